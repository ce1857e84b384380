internal import COpenSSL

/// A value that any number of threads may read and replace, one at a time.
package final class Guarded<Value: Sendable>: @unchecked Sendable {
  private let lock = allocated(CRYPTO_THREAD_lock_new())
  private var stored: Value

  package init(_ value: Value) { stored = value }

  deinit { CRYPTO_THREAD_lock_free(lock) }

  package var value: Value {
    get {
      CRYPTO_THREAD_read_lock(lock)
      defer { CRYPTO_THREAD_unlock(lock) }
      return stored
    }
    set {
      CRYPTO_THREAD_write_lock(lock)
      defer { CRYPTO_THREAD_unlock(lock) }
      stored = newValue
    }
  }
}
