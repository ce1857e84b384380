import Guide
import Imports
import Trace

/// How long a large HAR takes to open, and how much memory.
struct ImportBench {
  let entries: Int
  let rounds: Int

  func rows() throws(Failure) -> [Measurement] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/sample.har"
    let length = try SampleHAR(entries: entries).write(to: path)
    let before = PeakMemory.mebibytes
    var imported: HARImport.Imported?
    var opened = try Measurement.of("open a HAR of \(entries) entries", unit: "ms", rounds) {
      () throws(Failure) in
      imported = nil
      imported = try HARFiles.read(path)
    }
    let size = max(1, length >> 20)
    opened.note =
      "\(size) MiB of file, \(PeakMemory.mebibytes) MiB held at most (\(before) before)"
    guard let trace = imported?.trace else { return [opened] }
    var shown = Measurement.of("what a first frame needs of it", unit: "ms", rounds) {
      _ = trace.beats
      _ = StoreStates(trace)
      _ = SecretIndex(trace)
      _ = Diagnosis.of(trace)
    }
    shown.note =
      "\(trace.beats.count) messages, \(imported?.report.folded ?? 0) entries folded, "
      + "\(PeakMemory.mebibytes) MiB held at most"
    return [opened, shown]
  }
}
