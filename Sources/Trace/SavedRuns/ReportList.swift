/// Reports by step, those that say nothing left out: a run of 100,000 rounds has few that do.
struct ReportList: LineValue {
  let reports: [StepReport]

  init(_ reports: [StepReport]) { self.reports = reports }

  func write(to line: inout LineWriter) {
    let empty = StepReport()
    line.object { line in
      line.field("count", reports.count)
      line.field("steps") { line in
        line.array(reports.enumerated().filter { $0.element != empty }) { entry, line in
          line.object { line in
            line.field("step", entry.offset)
            line.field("report", entry.element)
          }
        }
      }
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try line.member("count")
      // One for each step, or none when the run was never judged.
      let count = try line.index(below: line.limits.steps + 1, of: "number of reports:")
      var reports = [StepReport](repeating: StepReport(), count: count)
      try line.member("steps")
      try line.array { line throws(LineError) in
        try line.expect(UInt8(ascii: "{"))
        try line.member("step")
        let step = try line.index(below: count, of: "step")
        reports[step] = try line.field("report")
        try line.expect(UInt8(ascii: "}"))
      }
      return ReportList(reports)
    }
  }
}
