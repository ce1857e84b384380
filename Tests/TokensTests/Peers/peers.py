"""Other implementations of JOSE, as far as they are installed: they judge our tokens and make theirs.

The arguments are names of libraries to leave out. Reads a JSON array of cases on standard input,
writes {"libraries": [...], "answers": [...]}. A case is {"kind": "jws" | "jwe", "alg", "enc"?,
"zip"?, "key": private JWK, "payload": text, "tokens": [ours], "forged": [ours, altered]}. An answer
is {"case": index, "library", "error"?, "token": theirs}. A library gives none to a case that it does
not know.
"""

import json
import sys
import warnings

warnings.simplefilter("ignore")


class JWCrypto:
    name = "jwcrypto"

    def __init__(self):
        from jwcrypto import jwa, jwe, jwk, jws

        self.jwe, self.jwk, self.jws = jwe, jwk, jws
        self.known = set(jwa.JWA.algorithms_registry)

    def key(self, case):
        return self.jwk.JWK(**case["key"])

    def knows(self, case):
        return {case["alg"], case.get("enc", case["alg"])} <= self.known

    def verify(self, case, token):
        message = self.jws.JWS()
        message.allowed_algs = [case["alg"]]
        message.deserialize(token)
        message.verify(self.key(case), alg=case["alg"])
        return message.payload

    def sign(self, case, payload):
        message = self.jws.JWS(payload)
        message.allowed_algs = [case["alg"]]
        header = json.dumps({"alg": case["alg"]})
        message.add_signature(self.key(case), alg=case["alg"], protected=header)
        return message.serialize(compact=True)

    def decrypt(self, case, token):
        message = self.jwe.JWE(algs=[case["alg"], case["enc"]])
        message.deserialize(token, self.key(case))
        return message.payload

    def encrypt(self, case, payload):
        header = {"alg": case["alg"], "enc": case["enc"]}
        if case.get("zip"):
            header["zip"] = "DEF"
        message = self.jwe.JWE(payload, json.dumps(header), algs=[case["alg"], case["enc"]])
        message.add_recipient(self.key(case))
        return message.serialize(compact=True)


class Joserfc:
    name = "joserfc"

    def __init__(self):
        from joserfc import jwe, jwk, jws

        self.jwe, self.jws = jwe, jws
        self.types = {"oct": jwk.OctKey, "RSA": jwk.RSAKey, "EC": jwk.ECKey, "OKP": jwk.OKPKey}
        self.signs = set(jws.JWSRegistry.algorithms)
        tables = jwe.JWERegistry.algorithms
        self.wraps, self.encrypts = set(tables["alg"]), set(tables["enc"])

    def key(self, case):
        return self.types[case["key"]["kty"]].import_key(case["key"])

    def knows(self, case):
        if case["kind"] == "jws":
            return case["alg"] in self.signs
        return case["alg"] in self.wraps and case["enc"] in self.encrypts

    def verify(self, case, token):
        message = self.jws.deserialize_compact(token, self.key(case), algorithms=[case["alg"]])
        return message.payload

    def sign(self, case, payload):
        header = {"alg": case["alg"]}
        return self.jws.serialize_compact(
            header, payload, self.key(case), algorithms=[case["alg"]])

    def registry(self, case):
        return self.jwe.JWERegistry(algorithms=[case["alg"], case["enc"], "DEF"])

    def decrypt(self, case, token):
        message = self.jwe.decrypt_compact(
            token, self.key(case), registry=self.registry(case))
        return message.plaintext

    def encrypt(self, case, payload):
        header = {"alg": case["alg"], "enc": case["enc"]}
        if case.get("zip"):
            header["zip"] = "DEF"
        return self.jwe.encrypt_compact(
            header, payload, self.key(case), registry=self.registry(case))


class PyJWT:
    name = "PyJWT"

    def __init__(self):
        import jwt

        self.jwt = jwt
        self.known = set(jwt.algorithms.get_default_algorithms())

    def knows(self, case):
        return case["kind"] == "jws" and case["alg"] in self.known

    def key(self, case):
        return self.jwt.PyJWK.from_dict(case["key"], algorithm=case["alg"]).key

    def verify(self, case, token):
        key = self.key(case)
        key = key.public_key() if hasattr(key, "public_key") else key
        return self.jwt.api_jws.decode(token, key, algorithms=[case["alg"]])

    def sign(self, case, payload):
        return self.jwt.api_jws.encode(payload, self.key(case), algorithm=case["alg"])


def judged(library, case):
    """Their token of the case's payload, after they have judged ours."""
    opened = library.verify if case["kind"] == "jws" else library.decrypt
    payload = case["payload"].encode()
    for token in case["tokens"]:
        if opened(case, token) != payload:
            raise ValueError("another payload came out")
    for token in case["forged"]:
        try:
            opened(case, token)
        except Exception:
            continue
        raise ValueError("an altered token was accepted")
    made = library.sign if case["kind"] == "jws" else library.encrypt
    return made(case, payload)


def answers(libraries, cases):
    for library in libraries:
        for index, case in enumerate(cases):
            if not library.knows(case):
                continue
            answer = {"case": index, "library": library.name}
            try:
                token = judged(library, case)
                answer["token"] = token.decode() if isinstance(token, bytes) else token
            except Exception as error:
                answer["error"] = f"{type(error).__name__}: {error}"[:300]
            yield answer


def installed():
    for library in (JWCrypto, Joserfc, PyJWT):
        if library.name in sys.argv[1:]:
            continue
        try:
            yield library()
        except ImportError:
            pass


def main():
    libraries = list(installed())
    cases = json.load(sys.stdin)
    report = {
        "libraries": [library.name for library in libraries],
        "answers": list(answers(libraries, cases)),
    }
    json.dump(report, sys.stdout)


main()
