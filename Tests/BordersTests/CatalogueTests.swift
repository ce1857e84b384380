import Testing

@Suite struct `The registered lists` {
  @Test func `every defence has a file of its own and stands in the catalogue`() throws {
    let folder = "Sources/Simulation/Defences/"
    let catalogue = try SourceFile(
      path: folder + "Defence.swift", text: Checkout.text(folder + "Defence.swift"))
    let listed = try #require(
      catalogue.text.firstMatch(of: /static let all: \[Defence\] = \[([^\]]*)\]/)
    ).1.matches(of: /\.(\w+)/).map { String($0.1) }

    let files = Checkout.sources.filter {
      $0.path.hasPrefix(folder) && $0.path != catalogue.path
    }
    let declared = files.map { file in
      file.text.matches(of: /static let (\w+) = Defence\(/).map { String($0.1) }
    }
    for (file, names) in zip(files, declared) {
      let room = names.map { folder + $0.prefix(1).uppercased() + $0.dropFirst() + ".swift" }
      #expect(room == [file.path], "one defence in a file, and the file named after it")
    }
    #expect(listed.sorted() == declared.flatMap { $0 }.sorted())
  }

  @Test func `every rule of the audit has a file of its own and stands in the list`() throws {
    let folder = "Sources/Guide/Audit/Rules/"
    let list = try Checkout.text("Sources/Guide/Audit/AuditRules.swift")
    let arrays = list.matches(of: /\[AuditRule\] = \[([^\]]*)\]/)
    let listed = arrays.flatMap { $0.1.matches(of: /\.(\w+)/).map { String($0.1) } }

    let files = Checkout.sources.filter { $0.path.hasPrefix(folder) }
    let declared = files.map { file in
      file.text.matches(of: /static let (\w+) = AuditRule\(/).map { String($0.1) }
    }
    for (file, names) in zip(files, declared) {
      let room = names.map { (folder + $0 + ".swift").lowercased() }
      #expect(room == [file.path.lowercased()], "one rule in a file, and the file named after it")
    }
    #expect(listed.sorted() == declared.flatMap { $0 }.sorted())
  }
}

extension `The registered lists` {
  @Test func `every cause of a failing sign-in has a file of its own and stands in the list`()
    throws
  {
    let folder = "Sources/Guide/Diagnosis/"
    let text = try Checkout.text(folder + "Diagnosis.swift")
    let listed = try #require(
      text.firstMatch(of: /static let all: \[DiagnosedCause\] = \[([^\]]*)\]/)
    ).1.matches(of: /\.(\w+)/).map { String($0.1).lowercased() }
    let files = Checkout.sources.filter { $0.path.hasPrefix(folder + "Causes/") }
    let declared = files.map { file in
      file.text.matches(of: /static let (\w+) = DiagnosedCause\(/).map {
        String($0.1).lowercased()
      }
    }
    for (file, names) in zip(files, declared) {
      let name = file.path.dropFirst((folder + "Causes/").count).dropLast(".swift".count)
      #expect(names == [name.lowercased()], "one cause in a file, and the file named after it")
    }
    #expect(listed.sorted() == declared.flatMap { $0 }.sorted())
  }
}
