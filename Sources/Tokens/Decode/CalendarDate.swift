import Wire

/// A moment as people write it (RFC 3339).
package struct CalendarDate: Hashable, Sendable {
  package let date: CivilDate
  package let hour: Int
  package let minute: Int
  package let second: Int
  /// Minutes east of Greenwich.
  package let offset: Int

  package init(secondsSince1970 seconds: Int64, offset: Int = 0) {
    let local = seconds.addingReportingOverflow(Int64(offset) * 60)
    let moment = local.overflow ? seconds : local.partialValue
    let (quotient, remainder) = moment.quotientAndRemainder(dividingBy: 86_400)
    let rest = Int(remainder < 0 ? remainder + 86_400 : remainder)
    date = CivilDate(days: remainder < 0 ? quotient - 1 : quotient)
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
    self.offset = offset
  }

  /// "2023-11-14T22:13:20Z", "2023-11-14T23:13:20+01:00".
  package var text: String {
    let day = "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))"
    return "\(day)T\(padded(hour)):\(padded(minute)):\(padded(second))\(zone)"
  }

  private var zone: String {
    guard offset != 0 else { return "Z" }
    let minutes = abs(offset)
    return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  private func padded(_ number: some BinaryInteger, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
