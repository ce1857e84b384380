import CellUI
import Testing
import Trace

@testable import Explorer

/// What is said of a message where the scenario says nothing itself.
@Suite struct MeaningTests {
  private func lines(_ id: String) throws -> [String] {
    let scenario = try #require(LibraryWalkTests.scenarios.first { $0.id == id })
    let run = LibraryWalkTests().run(scenario, scenario.opens)
    return run.model.moments.indices.map { Narration(run.model).text($0)[0] }
  }

  @Test func `every message of a sign-in says what it is for`() throws {
    let text = try lines("oauth/code-flow").joined(separator: "\n")
    for part in [
      "This is the authorization request, where the flow begins",
      "It sends the browser back to shop.test", "The code is no token yet",
      "This is the authorization response", "This is the token request",
      "It gives out an access token, which opens an API",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `no answer of a flow is told by its status alone`() throws {
    for id in ["oauth/link-csrf", "oauth/code-flow", "oauth/oidc-login"] {
      for line in try lines(id) {
        #expect(!line.hasSuffix("answers 200 OK."), "\(id): \(line)")
      }
    }
  }

  @Test func `Basic is told as what it stands for`() {
    let basic = BasicCredentials("Basic c2hvcDpzZWNyZXQ6MQ==")
    #expect(basic?.user == "shop")
    #expect(basic?.password == "secret:1")
    #expect(BasicCredentials("Bearer c2hvcDpzZWNyZXQ=") == nil)
    #expect(BasicCredentials("Basic !") == nil)
    #expect(BasicCredentials("Basic YWJj") == nil)
  }

  @Test func `an encrypted token is called one, and its header is read`() throws {
    let scenario = try #require(
      LibraryWalkTests.scenarios.first { $0.id == "jwt/readable-payload" })
    let variant = try #require(
      scenario.variants.map(\.name).first { name in
        let run = LibraryWalkTests().run(scenario, name)
        return run.model.moments.indices.contains {
          !TokenFinder(run.model).encrypted(at: $0).isEmpty
        }
      })
    var run = LibraryWalkTests().run(scenario, variant)
    let place = try #require(
      run.model.moments.indices.first { !TokenFinder(run.model).encrypted(at: $0).isEmpty })
    run.branches[0].unveiled = true
    run.jump(to: place)
    if run.isAsking {
      run.skipQuestion()
      run.jump(to: place)
    }
    let pane = TokenPane(run: run, width: 80, glyphs: .unicode, rawLines: 1).content()
    let text = pane.lines.map(\.plainText).joined(separator: "\n")
    #expect(text.contains("ENCRYPTED (JWE): only its header can be read"))
    #expect(text.contains("how the content is encrypted"))
    #expect(text.contains("ciphertext"))
    #expect(!text.contains("no JWT"))
    #expect(pane.targets.contains { $0.thing.name == "enc of the header" })
  }

  @Test func `a question that was answered in one world is not judged by another`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("j", "Enter", "l")
    #expect(stage.text.contains("Not so"))
    let defences = try #require(stage.run?.model.trace.defences.map(\.id.text))
    stage.press("5")
    for _ in 0..<(defences.firstIndex(of: "revoke-on-logout") ?? 0) { stage.press("j") }
    stage.press("Space")
    #expect(stage.run?.results.map(\.answer) == [.wrong])
    #expect(stage.text.contains("Here the run says: the login page (303)."))
    #expect(!stage.text.contains("Right."))
  }

  @Test func `who has seen the end is told at once how a what-if ends`() throws {
    var stage = try Stage()
    stage.loop.open("session/logout-revocation", message: 6)
    stage.press("Enter", "l", "l", "5")
    let defences = try #require(stage.run?.model.trace.defences.map(\.id.text))
    for _ in 0..<(defences.firstIndex(of: "revoke-on-logout") ?? 0) { stage.press("j") }
    stage.press("Space")
    #expect(stage.text.contains("The attack failed. what-if#1"))
    var other = try Stage()
    other.loop.open("session/logout-revocation", message: 2)
    other.press("5")
    for _ in 0..<(defences.firstIndex(of: "revoke-on-logout") ?? 0) { other.press("j") }
    other.press("Space")
    #expect(!other.text.contains("The attack failed."))
  }
}
