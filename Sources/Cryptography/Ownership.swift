internal import COpenSSL

/// The pointer that libcrypto allocated: without one the process has no memory left.
func allocated<Pointer>(_ pointer: Pointer?) -> Pointer {
  guard let pointer else { preconditionFailure("libcrypto could not allocate") }
  return pointer
}

/// Contexts that one thread may use at a time, made at first use and kept with their key, because
/// making one costs more than the hash or comparison that it serves.
final class ContextCache: @unchecked Sendable {
  private let lock = allocated(CRYPTO_THREAD_lock_new())
  private let release: @Sendable (OpaquePointer) -> Void
  private var contexts: [OpaquePointer?]

  init(slots: Int, release: @escaping @Sendable (OpaquePointer) -> Void) {
    contexts = Array(repeating: nil, count: slots)
    self.release = release
  }

  deinit {
    for context in contexts { context.map(release) }
    CRYPTO_THREAD_lock_free(lock)
  }

  /// Runs `use` with the slot's context and nobody beside it.
  func with<R, Failure: Error>(
    _ slot: Int, make: () throws(Failure) -> OpaquePointer,
    use: (OpaquePointer) throws(Failure) -> R
  ) throws(Failure) -> R {
    CRYPTO_THREAD_write_lock(lock)
    defer { CRYPTO_THREAD_unlock(lock) }
    if let context = contexts[slot] { return try use(context) }
    let context = try make()
    contexts[slot] = context
    return try use(context)
  }
}
