import Cryptography
import Trace
import Wire

extension FuzzProperty {
  /// A saved run is opened as far as it is whole, whatever its lines say. The digests in front of
  /// the lines are put right here, because no chance ever would.
  static let savedRun = FuzzProperty(
    name: "saved-run",
    seeds: { text("{}\n{}\n", #""format":1,"program":"1","# + "\n") },
    check: { bytes in
      var lines: [UInt8] = []
      for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
        let digest = Digest.sha256.hash(Array(line)).map { byte in
          String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        lines += Array(#"{"digest":""#.utf8) + Array(digest.utf8) + Array("\",".utf8) + line + [10]
      }
      for bytes in [bytes, lines] {
        switch Result(catching: { () throws(SavedRunError) in try SavedRun.read(bytes) }) {
        case .success(let (run, damage)):
          try require(run.isComplete || damage != nil, "cut off without a word")
        case .failure(let error):
          try require(!error.description.isEmpty, "an error without a sentence")
        }
      }
    })
}
