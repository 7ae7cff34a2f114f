"""An object store on a free port, which it prints: the S3 of moto, with one bucket, in memory.

moto looks whether a file exists and writes it in two steps, so of two writes with `If-None-Match: *` at the same moment both
can succeed. A store promises that one does; here a lock makes the two steps one. `--without-lock` leaves it out.
"""

import sys
import threading

from moto.s3.responses import S3Response
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server


class Handler(WSGIRequestHandler):
    """Keeps connections open, and logs nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_request(self, *_):
        pass


def one_at_a_time(write):
    lock = threading.Lock()

    def locked(response):
        with lock:
            return write(response)

    return locked


if "--without-lock" in sys.argv:
    # Threads take turns far more often, so that what can happen does.
    sys.setswitchinterval(1e-6)
else:
    S3Response.put_object = one_at_a_time(S3Response.put_object)
server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True, request_handler=Handler)
print(server.port, flush=True)
server.serve_forever()
