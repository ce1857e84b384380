extension DecisionTree {
  package static let questions: [DecisionQuestion] = [
    DecisionQuestion(
      "accounts", "Where do the people who sign in have their account?",
      why: "Whoever keeps the account checks the password. Nobody else should ever see it.",
      [
        .init(
          "here", "With us: we check the password, or another proof, ourselves.",
          because: "You know the user yourself. No provider is needed to tell you who it is.",
          .question("callers")),
        .init(
          "elsewhere", "Somewhere else: at their company, at Google, at another provider.",
          because: "Only the provider can say who it is, and your app must not see the password: "
            + "that is what OpenID Connect is for.",
          .question("client")),
        .init(
          "delegated", "Somewhere else, and our app is to act there for them.",
          because: "To act at somebody else's API in a user's name, with a limit and without the "
            + "password, is what OAuth is for. Who the user is, it does not say.",
          .advice("delegation")),
        .init(
          "nobody", "Nobody signs in: our services call each other.",
          because: "A service acts for itself. It has credentials of its own, and there is no user "
            + "to ask.",
          .advice("services")),
      ]),
    DecisionQuestion(
      "client", "Who uses what the sign-in is for?",
      why: "A browser has cookies and runs other people's scripts. A native app has neither.",
      [
        .init(
          "browser", "A browser.",
          because: "The sign-in ends in a session of your own: the browser holds a cookie, and the "
            + "tokens stay on the server.",
          .advice("production")),
        .init(
          "native", "An app on a phone or a computer.",
          because: "An app cannot keep a secret and needs no cookie: code flow with PKCE in the "
            + "system's browser, and tokens in the system's keychain.",
          .advice("delegation")),
      ]),
    DecisionQuestion(
      "callers", "Who talks to your server?",
      why: "Browsers send cookies by themselves, and only to the site that set them. Everything "
        + "else has to be told what to send.",
      [
        .init(
          "pages", "Browsers, and one backend makes the pages.",
          because: "One backend, one store, a cookie that the browser sends by itself: nothing "
            + "that a token would add.",
          .advice("session")),
        .init(
          "spa", "A single-page app in the browser, with an API.",
          because: "A script in the page can read whatever the page can read. What it cannot read "
            + "is an HttpOnly cookie.",
          .advice("bff")),
        .init(
          "apps", "Apps on phones, command lines, other people's programs.",
          because: "They have no use for cookies. They can keep a token and send it in a header.",
          .question("verifiers")),
      ]),
    DecisionQuestion(
      "verifiers", "Who checks the token?",
      why: "One server can look a token up. Many servers that share no store have to check it by "
        + "themselves.",
      [
        .init(
          "one", "The one API that issued it.",
          because: "The API has the key and the accounts. It can sign, and it can look things up.",
          .question("ending")),
        .init(
          "many", "Several services, each by itself.",
          because: "With a shared secret each of them could also make tokens. With a key pair they "
            + "have the public key, and can only check.",
          .advice("microservices")),
      ]),
    DecisionQuestion(
      "ending", "Must access end at once, when somebody signs out or is thrown out?",
      why: "A signed token is good until it expires, whatever happens. To end it earlier somebody "
        + "has to be asked at every request.",
      [
        .init(
          "minutes", "Some minutes later will do.",
          because: "Then nobody has to be asked: short tokens, and a refresh token that can be "
            + "revoked.",
          .advice("api")),
        .init(
          "at-once", "At once.",
          because: "Then every request asks a store anyway, and a token that says nothing is "
            + "smaller and leaks nothing.",
          .advice("opaque")),
      ]),
  ]
}
