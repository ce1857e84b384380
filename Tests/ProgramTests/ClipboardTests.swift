import Foundation
import Testing

@testable import authscope

/// Copying, by each of its ways, and what is said of it.
@Suite struct `Copying` {
  private func environment(_ values: [String: String]) -> (String) -> String? { { values[$0] } }

  /// A folder with programs of these names, each of which keeps what it is given and its words.
  private func programs(_ names: String..., exit: Int = 0) throws -> Scratch {
    let scratch = try Scratch()
    for name in names {
      let path = try scratch.file(
        name,
        """
        #!/bin/sh
        echo "$@" >"\(scratch.url.path)/\(name).words"
        cat >"\(scratch.url.path)/\(name).kept"
        exit \(exit)
        """)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    return scratch
  }

  private func kept(_ scratch: Scratch, _ name: String) throws -> String {
    try String(contentsOf: scratch.url.appending(path: "\(name).kept"), encoding: .utf8)
  }

  private func clipboard(
    _ way: CopyWay, _ values: [String: String], terminal: @escaping (String) -> Bool = { _ in true }
  ) -> Clipboard {
    Clipboard(way: way, environment: environment(values), terminal: terminal)
  }

  @Test func `inside tmux its buffer is taken`() throws {
    let scratch = try programs("tmux", "xclip")
    let values = ["TMUX": "/tmp/x", "DISPLAY": ":0", "PATH": scratch.url.path + ":/bin"]
    let words = clipboard(.auto, values).copy(String(repeating: "a", count: 36))
    #expect(words == "Copied 36 bytes to tmux's buffer.")
    #expect(try kept(scratch, "tmux").count == 36)
  }

  @Test func `a desktop's program is taken where there is a desktop`() throws {
    let scratch = try programs("xclip", "wl-copy")
    let path = scratch.url.path + ":/bin"
    #expect(
      clipboard(.auto, ["DISPLAY": ":0", "PATH": path]).copy("é") == "Copied 2 bytes with xclip.")
    #expect(try kept(scratch, "xclip") == "é")
    #expect(
      clipboard(.auto, ["WAYLAND_DISPLAY": "w", "PATH": path]).copy("x")
        == "Copied 1 byte with wl-copy.")
  }

  @Test func `over SSH, and where there is no desktop, the terminal is asked`() throws {
    let scratch = try programs("xclip")
    var sent: [String] = []
    let values = ["SSH_CONNECTION": "1", "DISPLAY": ":0", "PATH": scratch.url.path]
    let words = clipboard(.auto, values) {
      sent.append($0)
      return true
    }.copy("token")
    #expect(
      words == "Sent 5 bytes to the terminal's clipboard (OSC 52), which may refuse them.")
    #expect(sent == ["token"])
    #expect(
      clipboard(.auto, [:]) { _ in false }.copy("token")
        == "Not copied: 5 bytes are too many for a terminal's clipboard.")
  }

  @Test func `what does not work says so`() throws {
    #expect(
      clipboard(.tmux, ["PATH": "/bin"]).copy("x") == "Not copied: this is not inside tmux.")
    #expect(
      clipboard(.tmux, ["TMUX": "1", "PATH": "/nowhere"]).copy("x")
        == "Not copied: there is no tmux on the PATH.")
    #expect(clipboard(.native, ["PATH": "/bin"]).copy("x").hasPrefix("Not copied: there is no"))
    let failing = try programs("tmux", exit: 1)
    let values = ["TMUX": "1", "PATH": failing.url.path]
    #expect(
      clipboard(.tmux, values).copy("x") == "Not copied: \(failing.url.path)/tmux failed.")
    #expect(clipboard(.auto, [:]).copy("") == "There is nothing to copy here.")
  }

  @Test func `a program that reads nothing and one that never ends hold nobody up`() throws {
    let scratch = try Scratch()
    for (name, body) in [("tmux", "exit 0"), ("xclip", "exec sleep 60")] {
      let path = try scratch.file(name, "#!/bin/sh\n\(body)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let path = scratch.url.path + ":/bin:/usr/bin"
    let long = String(repeating: "x", count: 1 << 20)
    #expect(
      clipboard(.tmux, ["TMUX": "1", "PATH": path]).copy(long).hasPrefix("Copied 1048576 bytes"))
    #expect(
      clipboard(.native, ["DISPLAY": ":0", "PATH": path]).copy(long).hasSuffix("did not end."))
  }

  @Test func `a claim copied in a real tmux is in its buffer`() throws {
    guard let terminal = try TerminalDriver.explore("jwt/alg-none", "--step", "2") else { return }
    try terminal.wait(for: "1 Sequence")
    try terminal.press("y")
    try terminal.wait(for: "to tmux's buffer")
    #expect(try !terminal.tmux("show-buffer").isEmpty)
  }
}
