extension BenchState {
  /// Why a command does nothing on the bench now; nil when it does something.
  func reason(_ command: Command) -> String? {
    if command == .undo { return canUndo ? nil : "Nothing has been changed yet." }
    if command == .inside {
      return model.inner == nil ? "There is no token inside this one that can be read." : nil
    }
    if command == .forgetKey || command == .reveal, key == nil {
      return "No key was given. \(press(.giveKey)) gives one."
    }
    if command == .reveal, key?.isSecret != true {
      return "Your key is no single secret: there is nothing hidden to show."
    }
    if Self.needsParts.contains(command), !model.isCompact {
      return "A token in JSON form is edited as text: 1, then e."
    }
    if command == .sign { return signReason }
    if Self.ofSigned.contains(command), model.isEncrypted {
      return "An encrypted token has no claims to edit: its content is inside "
        + "(\(press(.giveKey)) opens it)."
    }
    return nil
  }

  private static let needsParts: Set<Command> = [
    .addMember, .removeMember, .editHeader, .editPayload, .editSignature, .stripSignature,
    .algorithmNone, .swapAlgorithm, .expire, .extend, .sign,
  ]

  private static let ofSigned: Set<Command> = [
    .editPayload, .editSignature, .stripSignature, .algorithmNone, .swapAlgorithm, .expire,
    .extend,
  ]

  private var signReason: String? {
    if model.isEncrypted { return "This token is encrypted, not signed." }
    if key == nil { return "Signing needs a key: \(press(.giveKey)) gives one." }
    return nil
  }
}
