"""A mail server for tests/all/post.rs, by aiosmtpd: smtp_peer.py plain|starttls|tls FOLDER

Prints its port. Notes every connection and every letter that it took as a line of JSON in FOLDER/log. How it behaves
stands in FOLDER/mode and is read anew for each connection and each command:

  take      takes everything                        mute     never says a word
  refuse    no such address: nobody@example.com,    drop     hangs up in the middle of DATA
            and no relaying for bob@example.com     forget   takes a letter, and hangs up before it says so
  later     451 to every addressee                  hold     takes a letter, and says so once the mode is another
  drip      never comes to the end of a word
  sender    550 to every sender                     few      no more than two letters a connection
  say       takes a letter, and answers with the bytes in FOLDER/said; say-close then hangs up
  foreign   answers a wrong password in Latin-1
  inject    sends the bytes in FOLDER/said behind its answer to STARTTLS, before the encryption begins, and refuses every
            letter; inject-late sends them a moment after its answer

With FOLDER/cert.pem and FOLDER/key.pem it speaks TLS, and then asks for a name and a password. It ends with its stdin.
"""
import asyncio
import json
import logging
import ssl
import sys
from email.parser import BytesParser
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

KIND, FOLDER = sys.argv[1], Path(sys.argv[2])
NAME, PASSWORD = b"pao@example.com", b"correct horse"


def mode():
    return (FOLDER / "mode").read_text()


def said():
    return (FOLDER / "said").read_bytes()


def note(**what):
    with open(FOLDER / "log", "a") as log:
        log.write(json.dumps(what) + "\n")


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if mode() == "sender":
            return "550 5.7.1 not from you"
        if mode() == "few" and server.taken == 2:
            return "421 enough for now"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode() == "refuse" and address == "nobody@example.com":
            return "550 5.1.1 no such\x1b[31m user"
        if mode() == "refuse" and address == "bob@example.com":
            return "554 5.7.1 relay access denied"
        if mode() == "later":
            return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        headers = BytesParser().parsebytes(envelope.content, headersonly=True)
        note(
            event="letter",
            sender=envelope.mail_from,
            to=envelope.rcpt_tos,
            id=headers["Message-ID"],
            tls=KIND == "tls" or session.ssl is not None,
            content=envelope.content.decode("ascii"),
        )
        server.taken += 1
        if mode() == "forget":
            server.transport.abort()
        if mode() in ("say", "say-close"):
            return said()
        if mode().startswith("inject"):
            return "554 5.7.1 not this one"
        while mode() == "hold":
            await asyncio.sleep(0.02)
        return "250 taken"


class Peer(SMTP):
    taken = 0

    async def push(self, status):
        # Bytes are said as they are, words as a line.
        if mode() == "foreign" and status.startswith("535"):
            status = "535 5.7.8 Anmeldung ungültig\r\n".encode("latin-1")
        if mode().startswith("inject") and status.startswith("220 Ready"):
            if mode() == "inject-late":
                await super().push(status)
                await asyncio.sleep(0.2)
                status = b""
            else:
                status = status.encode() + b"\r\n"
            status += said()
        if isinstance(status, str):
            return await super().push(status)
        self._writer.write(status)
        await self._writer.drain()
        if mode() == "say-close":
            self.transport.close()

    async def smtp_DATA(self, arg):
        if mode() == "drop":
            await self.push("354 go on")
            self.transport.close()
        else:
            await super().smtp_DATA(arg)


class Mute(asyncio.Protocol):
    pass


class Drip(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.drip()

    def drip(self):
        if not self.transport.is_closing():
            self.transport.write(b"2")
            asyncio.get_running_loop().call_later(0.1, self.drip)


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (NAME, PASSWORD), handled=False)


def peer(context):
    note(event="connection")
    if mode() in ("mute", "drip"):
        return Mute() if mode() == "mute" else Drip()
    options = {}
    if KIND == "starttls":
        options = {"tls_context": context, "require_starttls": True}
    if KIND != "plain":
        options |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": KIND == "starttls"}
    return Peer(Handler(), hostname="peer.example", ident="peer", **options)


async def main():
    context = None
    if KIND != "plain":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(FOLDER / "cert.pem", FOLDER / "key.pem")
    loop = asyncio.get_running_loop()
    at_once = context if KIND == "tls" else None
    server = await loop.create_server(lambda: peer(context), "127.0.0.1", 0, ssl=at_once)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


logging.disable(logging.CRITICAL)
asyncio.run(main())
