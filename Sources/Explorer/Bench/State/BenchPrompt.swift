import CellUI
import Tokens

/// One line that is asked for in a box.
struct BenchPrompt: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case token
    case file
    case keyFile
    case secret(SecretEncoding)
    case rawToken
    case header
    case payload
    case signature
    /// `name value` for a new member.
    case member(BenchPane)
  }

  let purpose: Purpose
  var field: TextField

  init(_ purpose: Purpose, _ text: String = "") {
    self.purpose = purpose
    field = TextField(text)
  }

  var title: String {
    switch purpose {
    case .token: "Paste or type a token, or any text with tokens in it"
    case .file: "Open a file: a saved run, a HAR file, a scenario, or tokens in any text"
    case .keyFile: "The key's file: PEM, DER, JWK or JWKS"
    case .secret(let encoding): "The secret, \(encoding.words)"
    case .rawToken: "The token's own text"
    case .header: "The header, as raw JSON"
    case .payload: "The payload, as it is before base64url"
    case .signature: "The signature, in base64url"
    case .member(.header): "A new member of the header: its name, a blank, its value"
    case .member: "A new claim: its name, a blank, its value"
    }
  }

  var hint: String {
    switch purpose {
    case .token: "eyJ..."
    case .file, .keyFile: "path"
    case .secret: "hidden as you type"
    case .rawToken, .header, .payload, .signature: ""
    case .member: "role \"admin\"     exp +15m"
    }
  }

  /// What is typed is not to be seen.
  var isHidden: Bool {
    if case .secret = purpose { true } else { false }
  }
}

extension SecretEncoding {
  var words: String {
    switch self {
    case .text: "as text"
    case .bytes: "as bytes"
    case .hex: "in hex"
    case .base64: "in Base64"
    case .base64url: "in base64url"
    }
  }
}

/// A short list to choose from.
struct BenchChoice: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// Tokens found in one text, and where the text came from.
    case tokens([String], BenchSource)
    case key
    case copy
  }

  enum KeyWay: Hashable, Sendable, CaseIterable {
    case file, text, hex, base64, base64url

    var words: String {
      switch self {
      case .file: "from a file: PEM, DER, JWK or JWKS"
      case .text: "a secret, typed or pasted as text"
      case .hex: "a secret in hex"
      case .base64: "a secret in Base64"
      case .base64url: "a secret in base64url"
      }
    }

    var prompt: BenchPrompt.Purpose {
      switch self {
      case .file: .keyFile
      case .text: .secret(.text)
      case .hex: .secret(.hex)
      case .base64: .secret(.base64)
      case .base64url: .secret(.base64url)
      }
    }
  }

  enum CopyWhat: Hashable, Sendable, CaseIterable {
    case selected, token, verdict
  }

  let purpose: Purpose
  var row = 0

  init(_ purpose: Purpose) { self.purpose = purpose }

  var count: Int {
    switch purpose {
    case .tokens(let texts, _): texts.count
    case .key: KeyWay.allCases.count
    case .copy: CopyWhat.allCases.count
    }
  }
}

/// What wants a yes before it is done.
enum BenchQuestion: Hashable, Sendable {
  case reveal
  /// The public key's text as an HMAC secret: the attack itself.
  case signConfused

  var title: String {
    switch self {
    case .reveal: "Show the secret on this screen?"
    case .signConfused: "Sign with the public key as if it were a secret?"
    }
  }

  var text: String {
    switch self {
    case .reveal: "Whoever sees the screen sees it too. It hides again with R or when you leave."
    case .signConfused:
      "The header names an HMAC algorithm and your key is public. This makes the token that an "
        + "attacker makes who knows the public key, which everybody does."
    }
  }
}
