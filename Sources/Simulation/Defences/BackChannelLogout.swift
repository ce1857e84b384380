extension Defence {
  static let backChannelLogout = Defence(
    "back-channel-logout", "A logout at the provider ends the sessions at its clients",
    stops: "a session that goes on at an app after the user has signed out",
    reference: "OpenID Connect Back-Channel Logout 2", behaviours: ["tell the clients"])
}
