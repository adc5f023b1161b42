# The program `s2s` and nothing else: no shell, no package manager, no C library. The release workflow puts a static program for each
# architecture, the certificates of the public authorities, and an empty folder `data` into the context.
FROM scratch
ARG TARGETARCH
COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --chmod=0755 s2s-${TARGETARCH} /usr/bin/s2s
COPY LICENSE-MIT LICENSE-APACHE /usr/share/licenses/s2s/
# Where an outbox and configurations go. A scratch image has no user names.
COPY --chown=65532:65532 data /data
WORKDIR /data
USER 65532:65532
ENV PATH=/usr/bin SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
# Of the sandbox, and of `send --metrics 0.0.0.0:8080`.
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=5s CMD ["/usr/bin/s2s", "health", "8080"]
ENTRYPOINT ["/usr/bin/s2s"]
CMD ["sandbox", "--host", "0.0.0.0", "--port", "8080"]
