"""Runs nginx, as nobody in particular, with the very lines of Documentation/Hosting.md, and asks it for a site's files.

Usage: python3 Tests/Hosting/nginx.py [FOLDER]    FOLDER holds public/ and managers/; built here where it is left out.
Changed in the lines are ports, the places of files and the name of the one folder for fewer; certificate and users are made.
"""
import base64
import http.client
import os
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "sammen"
PUBLIC, MANAGERS = "tal.kommune.example", "ledelse.kommune.example"
NOBODY = 65534

failures = []


def expect(is_so, what):
    if not is_so:
        failures.append(what)
        print(f"  ✘ {what}")


def recipe():
    """The files of the nginx section, by the path in their first line."""
    section = (ROOT / "Documentation" / "Hosting.md").read_text(encoding="utf-8").split("\n## nginx\n")[1].split("\n## ")[0]
    blocks = re.findall(r"```nginx\n# (\S+)\n(.*?)```", section, re.S)
    assert len(blocks) == 2, "the recipe is no longer found in Hosting.md"
    return dict(blocks)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def write_configuration(folder, sites, ports, few):
    """The recipe inside the least that nginx needs around it."""
    def placed(text):
        return (text.replace("/skole-a/", f"/{few}/").replace("listen 80;", f"listen 127.0.0.1:{ports[0]};").replace("listen 443 ", f"listen 127.0.0.1:{ports[1]} ")
                .replace("/srv/sammen/", f"{sites}/").replace("/etc/ssl/", f"{folder}/")
                .replace("/etc/nginx/sammen", f"{folder}/sammen").replace("/etc/nginx/snippets/", f"{folder}/"))

    files = recipe()
    for path, text in files.items():
        (folder / ("sites.conf" if "sites-available" in path else os.path.basename(path))).write_text(placed(text))
    modules = pathlib.Path("/etc/nginx/modules-enabled")
    loaded = "".join(file.read_text() for file in sorted(modules.glob("*brotli*.conf"))) if modules.is_dir() else ""
    assert "brotli_static" in loaded, "libnginx-mod-http-brotli-static is missing"
    loaded = loaded.replace("modules/", "/usr/lib/nginx/modules/")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"{loaded}daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}include {folder}/sites.conf;\n}}\n")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={PUBLIC}",
                    "-keyout", folder / "sammen.key", "-out", folder / "sammen.pem"], check=True, capture_output=True)
    for name, user in (("sammen.users", "leder"), ("sammen-skole-a.users", "rektor")):
        word = subprocess.run(["openssl", "passwd", "-6", user + "-ord"], check=True, capture_output=True, text=True).stdout
        (folder / name).write_text(f"{user}:{word}")
    for path in [folder, *folder.rglob("*")]:
        if os.getuid() == 0:
            os.chown(path, NOBODY, NOBODY)


def start(folder, port):
    process = subprocess.Popen(
        ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors")],
        **({"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}))
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return process
        if process.poll() is not None:
            sys.exit("nginx did not start:\n" + (folder / "errors").read_text())
        time.sleep(0.1)
    sys.exit("nginx does not answer")


class Client:
    def __init__(self, port, host):
        self.port, self.host = port, host

    def get(self, path, user=None, **headers):
        """Status, headers in small letters, and the bytes as they came."""
        trust = ssl._create_unverified_context()
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=trust, timeout=20)
        if user:
            headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{user}-ord".encode()).decode()
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers={"Host": self.host, **sent})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


HEADERS = {
    "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000",
    "cache-control": "no-cache",
    "server": "nginx",
}
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "application/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8", ".json": "application/json", ".jsonld": "application/ld+json", ".svg": "image/svg+xml",
    ".png": "image/png", ".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8", ".sqlite": "application/vnd.sqlite3",
    ".xml": "text/xml; charset=utf-8", ".geojson": "application/geo+json",
}


def check_public(client, folder):
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and file.suffix not in (".gz", ".br")]
    by_type = {}
    for file in files:
        by_type.setdefault(file.suffix, file)
    for suffix, file in sorted(by_type.items()):
        path = "/" + file.relative_to(folder).as_posix()
        expect(suffix in TYPES, f"{path}: a kind of file without a type here")
        plain = file.read_bytes()
        status, headers, body = client.get(path)
        expect(status == 200 and body == plain, f"{path}: {status}")
        expect(headers.get("content-type") == TYPES.get(suffix), f"{path}: {headers.get('content-type')}")
        expect("content-encoding" not in headers, f"{path}: compressed though not asked for")
        for accepted, encoding, ending in (("gzip", "gzip", ".gz"), ("gzip, br", "br", ".br")):
            copy = pathlib.Path(f"{file}{ending}")
            status, headers, body = client.get(path, Accept_Encoding=accepted)
            if copy.exists():
                expect(headers.get("content-encoding") == encoding and body == copy.read_bytes(), f"{path}: no {encoding}")
                expect("accept-encoding" in headers.get("vary", "").lower(), f"{path}: no Vary for {encoding}")
                expect(headers.get("content-type") == TYPES.get(suffix), f"{path}: {encoding} changes the type")
            else:
                expect(body == plain, f"{path}: other bytes with {accepted}")
    print(f"  {len(by_type)} kinds of file, plain and compressed")

    for path in ("/", "/da/index.html", "/assets/site.css", "/nothing/here.html"):
        _, headers, _ = client.get(path)
        for name, value in HEADERS.items():
            expect(headers.get(name) == value, f"{path}: {name}: {headers.get(name)}")
    embeds = [file for file in files if "/vis/" in file.as_posix() and file.suffix == ".html"]
    if embeds:
        _, headers, _ = client.get("/" + embeds[0].relative_to(folder).as_posix())
        expect(headers["content-security-policy"].endswith("frame-ancestors *"), "a single chart cannot be embedded")

    status, _, body = client.get("/da/maal/nothing/index.html")
    expect(status == 404 and body == (folder / "404.html").read_bytes(), f"404 page: {status}")
    status, _, body = client.get("/da/")
    expect(status == 200 and body == (folder / "da" / "index.html").read_bytes(), f"/da/: {status}")
    status, headers, _ = client.get("/da")
    expect(status == 301 and headers["location"].endswith("/da/"), f"/da: {status}")
    expect(client.get("/assets/")[0] in (403, 404), "a folder's contents are listed")
    expect(client.get("/../managers/index.html")[0] == 400, "above the site's folder")
    _, headers, _ = client.get("/da/index.html")
    status, _, body = client.get("/da/index.html", If_None_Match=headers["etag"])
    expect(status == 304 and not body, f"what did not change is sent again: {status}")


def check_managers(client, folder, few):
    for path in ("/", "/da/index.html", "/404.html", "/assets/site.css", "/nothing"):
        status, headers, body = client.get(path)
        expect(status == 401 and "www-authenticate" in headers, f"managers {path}: {status} without a login")
        expect(folder.name not in body.decode() and len(body) < 1000, f"managers {path}: something is told")
    expect(client.get("/da/index.html", user="rektor")[0] == 401, "managers: a user of one folder reads all")
    status, headers, body = client.get("/da/index.html", user="leder")
    expect(status == 200 and body == (folder / "da" / "index.html").read_bytes(), f"managers: {status}")
    expect(headers.get("cache-control") == "no-cache", "managers: headers")
    page = "/" + few.relative_to(folder).as_posix() + "/index.html"
    expect(client.get(page, user="leder")[0] == 401, "managers: the folder for fewer is open to all managers")
    status, headers, _ = client.get(page, user="rektor")
    expect(status == 200 and headers.get("x-content-type-options") == "nosniff", f"managers: {status} in the folder for fewer")


def main():
    if not shutil.which("nginx"):
        print("nginx is not installed: the recipe of Documentation/Hosting.md was NOT tested.")
        return
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sammen-nginx-"))
    folder.chmod(0o755)
    process = None
    try:
        if len(sys.argv) > 1:
            sites = pathlib.Path(sys.argv[1]).resolve()
        else:
            sites = folder / "sites"
            subprocess.run([PROGRAM, "build", "--project", ROOT, "--output", sites], check=True, stdout=subprocess.DEVNULL)
        ports = free_port(), free_port()
        few = sorted((sites / "managers" / "da").glob("*/*/index.html"))[0].parent
        write_configuration(folder, sites, ports, few.name)
        process = start(folder, ports[1])
        connection = http.client.HTTPConnection("127.0.0.1", ports[0], timeout=20)
        connection.request("GET", "/da/", headers={"Host": PUBLIC})
        answer = connection.getresponse()
        expect(answer.status == 301 and answer.getheader("Location") == f"https://{PUBLIC}/da/", "no way to https")
        check_public(Client(ports[1], PUBLIC), sites / "public")
        check_managers(Client(ports[1], MANAGERS), sites / "managers", few)
    finally:
        if process:
            process.terminate()
            process.wait()
        shutil.rmtree(folder)
    if failures:
        sys.exit(f"nginx: {len(failures)} of the recipe's promises are not kept")
    print("nginx keeps what Documentation/Hosting.md says")


main()
