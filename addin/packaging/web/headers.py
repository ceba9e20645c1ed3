"""What a web server must say with the files: one list, from which our own trial server and the three settings files for
IIS, nginx and Apache are made."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

# Office.js comes from Microsoft, which wants it so, and puts styles on the page itself. Nothing else is fetched from
# anywhere, and nothing is sent. No frame-ancestors: Excel on the web has many addresses, and Microsoft adds to them.
OFFICE_JS = ("https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com")
POLICY = {"default-src": "'none'", "script-src": f"'self' 'wasm-unsafe-eval' {' '.join(OFFICE_JS)}",
          "worker-src": "'self'", "connect-src": "'self'", "style-src": "'self' 'unsafe-inline'", "img-src": "'self'",
          "font-src": "'self'", "base-uri": "'none'", "form-action": "'none'"}
ALWAYS = {"Content-Security-Policy": "; ".join(f"{what} {where}" for what, where in POLICY.items()),
          "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
          "Access-Control-Allow-Origin": "*"}  # Excel on the web reads the list of functions from its own address
FOR_EVER, ASK_FIRST = "public, max-age=31536000, immutable", "no-cache"
OF_BUILD = re.compile(r"(?:^|/)[0-9a-f]{12}/")  # the folder of one build, whose files never change
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
         ".css": "text/css; charset=utf-8", ".json": "application/json", ".xml": "text/xml; charset=utf-8",
         ".png": "image/png", ".wasm": "application/wasm", ".zip": "application/zip",
         ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
         ".txt": "text/plain; charset=utf-8"}


def cache(path: str) -> str:
    """How long a browser may keep a file."""
    return FOR_EVER if OF_BUILD.search(path) else ASK_FIRST


def settings() -> dict[str, bytes]:
    """The settings files, by name."""
    made = {"web.config": iis(), "nginx.conf": nginx(), "apache.conf": apache()}
    return {name: text.encode() for name, text in made.items()}


def iis() -> str:
    """Lies at the top of the folder."""
    types = "".join(f'      <remove fileExtension="{end}" />\n'
                    f'      <mimeMap fileExtension="{end}" mimeType="{kind}" />\n' for end, kind in TYPES.items())
    told = "".join(f"        <remove name={quoteattr(name)} />\n        <add name={quoteattr(name)} "
                   f"value={quoteattr(value)} />\n" for name, value in ALWAYS.items())
    return (f"""<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
{types}      <clientCache cacheControlMode="NoControl" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
{told}      </customHeaders>
    </httpProtocol>
    <rewrite>
      <outboundRules>
        <rule name="Fordel: gemmes altid">
          <match serverVariable="RESPONSE_Cache-Control" pattern=".*" />
          <conditions><add input="{{REQUEST_URI}}" pattern="{OF_BUILD.pattern}" /></conditions>
          <action type="Rewrite" value="{FOR_EVER}" />
        </rule>
        <rule name="Fordel: spørg først">
          <match serverVariable="RESPONSE_Cache-Control" pattern=".*" />
          <conditions><add input="{{REQUEST_URI}}" pattern="{OF_BUILD.pattern}" negate="true" /></conditions>
          <action type="Rewrite" value="{ASK_FIRST}" />
        </rule>
      </outboundRules>
    </rewrite>
  </system.webServer>
</configuration>
""")


def nginx() -> str:
    """Goes into the server block; MAPPE is where the files lie."""
    types = "\n".join(f"        {kind.partition(';')[0]} {end[1:]};" for end, kind in TYPES.items())
    told = "\n".join(f'    add_header {name} "{value}" always;' for name, value in ALWAYS.items())
    return f"""location /fordel/ {{
    alias MAPPE/;
    charset utf-8;
    charset_types text/javascript text/css text/xml text/plain;
    types {{
{types}
    }}
    set $fordel_gemmes "{ASK_FIRST}";
    if ($uri ~ "{OF_BUILD.pattern}") {{ set $fordel_gemmes "{FOR_EVER}"; }}
    add_header Cache-Control $fordel_gemmes always;
{told}
}}
"""


def apache() -> str:
    """Goes into the virtual host; MAPPE is where the files lie."""
    types = "\n".join(f"    AddType {kind.partition(';')[0]} {end}" for end, kind in TYPES.items())
    told = "\n".join(f'    Header always set {name} "{value}"' for name, value in ALWAYS.items())
    return f"""Alias /fordel MAPPE
<Directory MAPPE>
    Require all granted
    AddDefaultCharset utf-8
{types}
{told}
    Header always set Cache-Control "{ASK_FIRST}"
    <If "%{{REQUEST_URI}} =~ m#{OF_BUILD.pattern}#">
        Header always set Cache-Control "{FOR_EVER}"
    </If>
</Directory>
"""
