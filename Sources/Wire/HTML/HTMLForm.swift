/// A form of a page, as a browser fills and submits it (HTML 4.10.21).
package struct HTMLForm: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
      case text, password, hidden, checkbox, radio
      /// A type that is filled like text: email, tel, url, number and others.
      case other
    }

    package let name: String
    package let kind: Kind
    package var value: String
    /// Whether a box or a radio button is checked; true for all others.
    package var isChecked: Bool
  }

  package struct Button: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  /// GET or POST.
  package var method: String
  /// As written, relative to the page; empty for the page's own URL.
  package var action: String
  package var fields: [Field] = []
  /// Only the pressed one is sent, and only when it has a name.
  package var buttons: [Button] = []

  package static func first(in html: String) -> HTMLForm? { all(in: html).first }

  /// Every form of the page, in order. A field outside all forms belongs to none.
  package static func all(in html: String) -> [HTMLForm] {
    var tokenizer = HTMLTokenizer(html)
    var forms: [HTMLForm] = []
    var isOpen = false
    while let token = tokenizer.next() {
      switch token {
      case .start("form", let attributes) where !isOpen:
        forms.append(HTMLForm(attributes))
        isOpen = true
      case .end("form"): isOpen = false
      case .start(let name, let attributes):
        if isOpen { forms[forms.count - 1].add(name, attributes) }
      case .end, .text, .rawText: continue
      }
    }
    return forms
  }

  private init(_ attributes: [Pair]) {
    method = ASCII.equalFolded(attributes["method"] ?? "", "post") ? "POST" : "GET"
    action = ASCII.trimmed(attributes["action"] ?? "")
  }

  private mutating func add(_ element: String, _ attributes: [Pair]) {
    let type = ASCII.lowercased(attributes["type"] ?? "")
    let name = attributes["name"] ?? ""
    if attributes["disabled"] != nil { return }
    switch (element, type) {
    case ("button", "button"), ("button", "reset"), ("input", "button"), ("input", "reset"): return
    case ("button", _), ("input", "submit"), ("input", "image"):
      buttons.append(Button(name: name, value: attributes["value"] ?? ""))
    case ("input", _):
      let kind = type.isEmpty ? .text : Field.Kind(rawValue: type) ?? .other
      let isBox = kind == .checkbox || kind == .radio
      fields.append(
        Field(
          name: name, kind: kind, value: attributes["value"] ?? (isBox ? "on" : ""),
          isChecked: !isBox || attributes["checked"] != nil))
    case (_, _): return
    }
  }
}

// Filling and submitting.
extension HTMLForm {
  package subscript(_ name: String) -> Field? {
    fields.first { $0.name.hasSameBytes(as: name) }
  }

  /// Types into the first field of that name, or checks the box; false when there is none.
  package mutating func fill(_ name: String, with value: String) -> Bool {
    guard let index = fields.firstIndex(where: { $0.name.hasSameBytes(as: name) }) else {
      return false
    }
    switch fields[index].kind {
    case .text, .password, .hidden, .other: fields[index].value = value
    case .checkbox: fields[index].isChecked = true
    case .radio: return choose(name, value)
    }
    return true
  }

  /// Checks the radio button with that value and unchecks its group.
  private mutating func choose(_ name: String, _ value: String) -> Bool {
    let group = fields.indices.filter {
      fields[$0].kind == .radio && fields[$0].name.hasSameBytes(as: name)
    }
    guard group.contains(where: { fields[$0].value.hasSameBytes(as: value) }) else {
      return false
    }
    for index in group { fields[index].isChecked = fields[index].value.hasSameBytes(as: value) }
    return true
  }

  /// What is sent: named and checked fields in their order, and the button that was pressed.
  package func pairs(pressing button: Button? = nil) -> [Pair] {
    let filled = fields.filter { !$0.name.isEmpty && $0.isChecked }.map { Pair($0.name, $0.value) }
    guard let button, !button.name.isEmpty else { return filled }
    return filled + [Pair(button.name, button.value)]
  }

  /// The request that submitting makes on that page; nil when the action is no URL.
  package func request(on page: WireURL, pressing button: Button? = nil) -> Request? {
    guard var url = page.resolving(action) else { return nil }
    url.fragment = nil
    let pairs = pairs(pressing: button)
    guard method == "POST" else {
      // The form's data takes the place of the action's own query (HTML 4.10.21.3).
      url.rawQuery = FormCoding.encode(pairs)
      return Request("GET", url)
    }
    let type = Pair("Content-Type", "application/x-www-form-urlencoded")
    return Request("POST", url, headers: Headers([type]), body: FormCoding.encode(pairs))
  }
}
