import Wire

/// Decodes one part of a token, whatever is in it, and says what was odd.
struct PartDecoder {
  private let source: TokenSource
  private(set) var notes: [TokenNote] = []

  init(_ source: TokenSource) { self.source = source }

  /// A part of Base64 that should hold JSON.
  mutating func json(_ name: String, _ range: Range<Int>, isHeader: Bool) -> DecodedPart {
    let bytes = decoded(name, range)
    let document = document(name, bytes, isHeader: isHeader, range)
    let members = document.map { self.members($0, name, range, isHeader: isHeader) } ?? []
    return DecodedPart(
      name: name, span: source.span(range), bytes: bytes, document: document, members: members)
  }

  /// A part of Base64 that holds bytes.
  mutating func bytes(_ name: String, _ range: Range<Int>) -> DecodedPart {
    DecodedPart(
      name: name, span: source.span(range), bytes: decoded(name, range), document: nil,
      members: [])
  }

  /// A payload that the header says is not encoded (RFC 7797).
  func raw(_ name: String, _ range: Range<Int>) -> DecodedPart {
    DecodedPart(
      name: name, span: source.span(range), bytes: Array(source.bytes[range]), document: nil,
      members: [])
  }

  private mutating func decoded(_ name: String, _ range: Range<Int>) -> [UInt8] {
    let text = String(decoding: source.bytes[range], as: UTF8.self)
    do throws(Base64Error) {
      let lenient = try Base64.decodeLenient(text)
      for departure in lenient.forgiven {
        note(.encoding(departure.sentence), name, range)
      }
      return lenient.bytes
    } catch {
      note(.undecodable("\(error)"), name, range)
      // What stands before the fault is shown all the same.
      let good = source.bytes[range].prefix(error.offset / 4 * 4)
      return (try? Base64.decodeLenient(String(decoding: good, as: UTF8.self)))?.bytes ?? []
    }
  }

  private mutating func document(
    _ name: String, _ bytes: [UInt8], isHeader: Bool, _ range: Range<Int>
  ) -> JSONDocument? {
    do throws(JSONError) {
      let document = try JSONDocument.parse(bytes)
      for duplicate in document.duplicates {
        note(.duplicate(duplicate.name), name, characters(duplicate.nameSpan, range))
      }
      for span in document.loneSurrogates {
        note(.loneSurrogate, name, characters(span, range))
      }
      if document.root.members == nil {
        note(.notAnObject(document.value.kind), name, range)
      }
      return document
    } catch {
      let place = characters(error.offset..<min(error.offset + 1, bytes.count), range)
      note(.notJSON("\(error)"), name, place)
      return nil
    }
  }

  private mutating func members(
    _ document: JSONDocument, _ part: String, _ range: Range<Int>, isHeader: Bool
  ) -> [DecodedMember] {
    var seen: Set<[UInt8]> = []
    var members: [DecodedMember] = []
    for member in document.root.members ?? [] {
      let value = member.value.value
      let characters = characters(
        member.nameSpan.lowerBound..<member.value.span.upperBound, range)
      let meaning =
        isHeader ? ClaimMeaning.ofHeader(member.name) : ClaimMeaning.ofClaim(member.name)
      let time = meaning?.isTime == true ? TimeReading(value) : nil
      if meaning?.isTime == true { checkTime(member.name, time, part, characters) }
      members.append(
        DecodedMember(
          name: member.name, value: value, span: source.span(characters),
          isRepeated: !seen.insert(Array(member.name.utf8)).inserted, meaning: meaning,
          time: time))
    }
    return members
  }

  private mutating func checkTime(
    _ name: String, _ time: TimeReading?, _ part: String, _ range: Range<Int>
  ) {
    guard let time else {
      note(.notATime(name), part, range)
      return
    }
    if time.unit != .seconds { note(.wrongUnit(name, time.unit), part, range) }
  }

  /// The Base64 digits that carry these decoded bytes.
  private func characters(_ bytes: Range<Int>, _ part: Range<Int>) -> Range<Int> {
    let start = part.lowerBound + bytes.lowerBound * 4 / 3
    let end = part.lowerBound + (bytes.upperBound * 4 + 2) / 3
    let last = min(max(end, start), part.upperBound)
    return min(start, last)..<last
  }

  private mutating func note(_ kind: TokenNote.Kind, _ part: String, _ range: Range<Int>) {
    notes.append(TokenNote(kind, part: part, span: source.span(range)))
  }
}
