#!/usr/bin/env bash
# sign.sh FILE: signs a Windows binary in place by SEMANTIC_EQ_CERTIFICATE (.pfx); SEMANTIC_EQ_CERTIFICATE_PASSWORD is a file that holds the
# password, if there is one; SEMANTIC_EQ_TIMESTAMP the address of an RFC 3161 service, without which signatures end with the certificate.
set -euo pipefail
osslsigncode sign -pkcs12 "$SEMANTIC_EQ_CERTIFICATE" ${SEMANTIC_EQ_CERTIFICATE_PASSWORD:+-readpass "$SEMANTIC_EQ_CERTIFICATE_PASSWORD"} \
    ${SEMANTIC_EQ_TIMESTAMP:+-ts "$SEMANTIC_EQ_TIMESTAMP"} -n "Semantic EQ" -h sha256 -in "$1" -out "$1.signed" >/dev/null
chmod --reference="$1" "$1.signed"
mv "$1.signed" "$1"
