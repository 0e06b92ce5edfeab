"""WordPress itself: Debian's package and a database of its own, both for the length of a block and in a private folder.

Nothing of the system is used but the programs: no service, no configuration, no database that is there already.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.servers.running import USER, Server, free_port
from tests.servers.wordpress import record_of

PROGRAM = Path("/usr/share/wordpress")
_INSTALL = "mariadb-install-db"
_DAEMON = shutil.which("mariadbd") or "/usr/sbin/mariadbd"
_NEEDED = (
    shutil.which("php"),
    shutil.which(_INSTALL),
    shutil.which("mariadb"),
    _DAEMON,
    PROGRAM / "wp-load.php",
)

WHY_NOT = (
    ""
    if all(one is not None and Path(one).exists() for one in _NEEDED)
    else "WordPress is not installed (apt-get install wordpress mariadb-server php-cli php-mysql php-gd)"
)

_QUICK = (
    "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-buffer-pool-size=32M",
    "--innodb-log-file-size=8M", "--sync-binlog=0", "--skip-networking", "--skip-log-bin",
)  # fmt: skip
_WORKERS = "4"  # as many requests at once; each is a process

# the address is whatever the visitor typed, so that a line in between may be cut
_CONFIGURATION = """<?php
$table_prefix = 'wp_';
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_ENVIRONMENT_TYPE', 'local');
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
if (isset($_SERVER['HTTP_HOST'])) {{
    define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST']); define('WP_SITEURL', WP_HOME);
}}
define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""

# what Apache does: a file is given, everything else is rewritten to WordPress, where that was ever asked of it
_ROUTER = """<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file(__DIR__ . $path) && !str_ends_with($path, '.php')) { return false; }
if ($path != '/' && file_exists(__DIR__ . '/misbehaves/has plain addresses')) {
    http_response_code(404);
    exit('<h1>Not Found</h1>');
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require __DIR__ . '/index.php';
"""

_SET_UP = """<?php
$_SERVER['HTTP_HOST'] = $argv[1]; $_SERVER['REQUEST_METHOD'] = 'GET'; $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() { return true; }
wp_install('School', 'head', 'head@school.invalid', true, '', wp_generate_password());
$wp_rewrite->set_permalink_structure('/%postname%/');
$wp_rewrite->flush_rules(false);
$office = wp_insert_user(['user_login' => $argv[2], 'user_pass' => wp_generate_password(), 'role' => 'author']);
[$password] = WP_Application_Passwords::create_new_application_password($office, ['name' => 'Greenlight']);
echo json_encode(['password' => WP_Application_Passwords::chunk_password($password)]);
"""

# a plug-in that squeezes pictures; memory that ran out while they are resized; a site that takes no posts, or deletes
# nothing, or whose addresses were never chosen
_MISBEHAVES = """<?php
function misbehaves($how) { return file_exists(ABSPATH . "misbehaves/$how"); }
add_filter('wp_handle_upload', function ($made) {
    if (misbehaves('rewrites')) { imagejpeg(imagecreatefromjpeg($made['file']), $made['file'], 70); }
    return $made;
});
add_filter('wp_generate_attachment_metadata', function ($made) {
    if (misbehaves('fails after saving')) {
        unlink(ABSPATH . 'misbehaves/fails after saving');
        throw new Error('as when memory runs out');
    }
    return $made;
});
add_filter('rest_pre_insert_post', function ($post) {
    return misbehaves('takes no posts') ? new WP_Error('rest_cannot_create', '', ['status' => 403]) : $post;
});
add_filter('pre_delete_attachment', fn($done) => misbehaves('deletes nothing') ? false : $done);
add_filter('pre_option_permalink_structure', fn($value) => misbehaves('has plain addresses') ? '' : $value);
"""

_MADE_BY_THE_SERVER = re.compile(r"-(?:\d+x\d+|scaled|rotated)\.\w+")
"""Smaller and turned pictures, which WordPress makes beside the one that was sent."""


@contextlib.contextmanager
def real_wordpress() -> Iterator[Server]:
    """The site, freshly installed, with one user and an application password."""
    with _folder() as folder, _database(folder) as socket:
        site, port = folder / "site", free_port()
        password = _install(site, socket, port)
        with (folder / "php.log").open("wb") as log:
            process = subprocess.Popen(
                ["php", "-d", "upload_max_filesize=64M", "-d", "post_max_size=64M", "-d", "memory_limit=512M",
                 "-S", f"127.0.0.1:{port}", "-t", site, site / "router.php"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=site, start_new_session=True,
                env={**os.environ, "PHP_CLI_SERVER_WORKERS": _WORKERS},
            )  # fmt: skip
        try:
            _until(lambda: _connections(port, listening=True) > 0, process, folder / "php.log")
            yield Server(
                record_of(port),
                port,
                lambda: _pictures(site),
                lambda: _emptied(site, socket, port),
                secret=password,
                settled=lambda: _settled(port),
                misbehave=lambda how: (site / "misbehaves" / how).touch(),
            )
        finally:
            os.killpg(process.pid, 15)  # its workers, too
            process.wait(10)


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    # short: the path of a socket has room for a hundred letters
    folder = Path(tempfile.mkdtemp(prefix="wp-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _database(folder: Path) -> Iterator[Path]:
    """MariaDB with data of its own; gives its socket, which is its only door."""
    user = _ordinary_user()
    home = folder / "db"
    home.mkdir(mode=0o700)
    if user is not None:
        folder.chmod(0o711)
        shutil.chown(home, user)
    data, socket = home / "data", home / "sql"
    _run(
        [_INSTALL, "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal",
         "--skip-test-db", *([f"--user={user}"] if user else [])],
    )  # fmt: skip
    with (folder / "db.log").open("wb") as log:
        process = subprocess.Popen(
            [_DAEMON, "--no-defaults", f"--datadir={data}", f"--socket={socket}", f"--pid-file={home / 'pid'}", *_QUICK],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", user=user, start_new_session=True,
        )  # fmt: skip
    try:
        _until(socket.exists, process, folder / "db.log")
        _sql(socket, "CREATE DATABASE wordpress CHARACTER SET utf8mb4")
        yield socket
    finally:
        process.terminate()
        process.wait(30)


def _ordinary_user() -> str | None:
    """The database refuses to run as root; its package brings a user for it."""
    if os.geteuid() != 0:
        return None
    for name in ("mysql", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise LookupError(f"no user but {getpass.getuser()} to run MariaDB as")


def _install(site: Path, socket: Path, port: int) -> str:
    """Sets the site up; gives the application password of its one user.

    The program's own files are those of the package; what a site writes lies in `site`.
    """
    for folder in ("wp-content/uploads", "wp-content/mu-plugins", "misbehaves"):
        (site / folder).mkdir(parents=True)
    (site / "wp-content" / "mu-plugins" / "misbehaves.php").write_text(_MISBEHAVES)
    for one in PROGRAM.glob("*.php"):
        shutil.copy(one, site)  # these look for the configuration beside themselves
    for part in ("wp-includes", "wp-admin"):
        (site / part).symlink_to(PROGRAM / part)
    (site / "wp-config.php").write_text(_CONFIGURATION.format(socket=socket))
    (site / "router.php").write_text(_ROUTER)
    (site / "set-up.php").write_text(_SET_UP)
    said = _run(["php", site / "set-up.php", f"127.0.0.1:{port}", USER])
    return str(json.loads(said)["password"])


def _pictures(site: Path) -> dict[str, bytes]:
    """The files as they were sent; not what the server makes of them."""
    return {
        path.name: path.read_bytes()
        for path in (site / "wp-content" / "uploads").rglob("*")
        if path.is_file() and not _MADE_BY_THE_SERVER.search(path.name)
    }


def _emptied(site: Path, socket: Path, port: int) -> None:
    _settled(port)
    _sql(socket, "DELETE FROM wordpress.wp_posts; DELETE FROM wordpress.wp_postmeta")
    for folder in (site / "wp-content" / "uploads", site / "misbehaves"):
        shutil.rmtree(folder)
        folder.mkdir()


def _settled(port: int) -> None:
    """Waits until the server works on no request, not even on one whose asker is gone."""
    for _ in range(600):
        if not _connections(port):
            return
        time.sleep(0.05)
    raise TimeoutError("WordPress does not come to rest")


def _connections(port: int, *, listening: bool = False) -> int:
    """How many ends of connections the server holds: it closes its end when a request is done."""
    wanted = (
        {"0A"} if listening else {"01", "08"}
    )  # ESTABLISHED, and CLOSE_WAIT where the other end is closed
    lines = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return sum(1 for _, local, _, state, *_ in lines if state in wanted and local.endswith(f":{port:04X}"))


def _sql(socket: Path, statements: str) -> None:
    _run(["mariadb", "--no-defaults", f"--socket={socket}", "--user=root", "-e", statements])


def _run(command: list[str | Path]) -> str:
    done = subprocess.run(command, capture_output=True, check=False, cwd="/")
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    return done.stdout.decode()


def _until(ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if ready():
            return
        assert process.poll() is None, log.read_text(errors="replace")
        time.sleep(0.05)
    raise TimeoutError(log.name)
