/// What is judged of a file's bytes before YAML sees them: size, encoding, control characters.
enum SourceGate {
  struct Refusal: Error {
    let problem: Problem
    let range: Range<Int>
  }

  static func admit(_ file: SourceFile) throws(Refusal) {
    guard file.bytes.count <= YAMLLimits.bytes else {
      throw Refusal(problem: .tooLarge(bytes: file.bytes.count), range: 0..<0)
    }
    if file.bytes.allSatisfy({ isPrintableASCII($0) }) { return }
    try admitScalars(file)
  }

  private static func admitScalars(_ file: SourceFile) throws(Refusal) {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = file.bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return
      case .error(let length):
        throw Refusal(
          problem: .notUTF8(byte: file.bytes[offset]), range: offset..<offset + length)
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        let length = encoded.count
        if isForbidden(scalar.value) {
          throw Refusal(problem: .controlCharacter(scalar), range: offset..<offset + length)
        }
        offset += length
      }
    }
  }

  private static func isPrintableASCII(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) || byte == 10 || byte == 13 || byte == 9
  }

  /// What YAML 1.1 forbids (5.1), and its line breaks that editors do not count as such.
  private static func isForbidden(_ value: UInt32) -> Bool {
    switch value {
    case 9, 10, 13: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
