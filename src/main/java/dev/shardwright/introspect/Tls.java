package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** How far a connection is encrypted and its server proven, in the words of each driver's URL. */
public enum Tls {
  /** Not at all. */
  OFF,
  /** Encrypted if the server can; nobody is proven. */
  IF_POSSIBLE,
  /** Encrypted; nobody is proven. */
  ENCRYPTED,
  /** Encrypted, and the certificate is signed by a trusted authority. */
  TRUSTED,
  /** As {@link #TRUSTED}, and the certificate names the host. */
  FULL;

  /**
   * The options for a URL: {@code sslmode=verify-full&sslrootcert=…}.
   *
   * @param authority the certificate to trust: a PEM file, but a PKCS12 store without password for
   *     MySQL, whose driver reads no PEM; empty for those that Java trusts
   */
  public String options(Product product, Optional<Path> authority) {
    String file =
        authority
            .map(path -> URLEncoder.encode(path.toString(), StandardCharsets.UTF_8))
            .orElse("");
    // MariaDB's driver takes the path as it stands in the URL.
    String plain = authority.map(Path::toString).orElse("");
    String named =
        file.isEmpty()
            ? ""
            : switch (product) {
              case POSTGRESQL -> "&sslrootcert=" + file;
              case MARIADB -> "&serverSslCert=" + plain;
              case MYSQL ->
                  "&trustCertificateKeyStoreUrl=file:"
                      + file
                      + "&trustCertificateKeyStoreType=PKCS12";
            };
    return word(product) + named;
  }

  private String word(Product product) {
    return switch (product) {
      case POSTGRESQL -> "sslmode=" + postgres();
      case MYSQL -> "sslMode=" + mySql();
      // Its driver knows no "if possible"; it encrypts or it does not.
      case MARIADB -> "sslMode=" + mariaDb();
    };
  }

  private String postgres() {
    return switch (this) {
      case OFF -> "disable";
      case IF_POSSIBLE -> "prefer";
      case ENCRYPTED -> "require";
      case TRUSTED -> "verify-ca";
      case FULL -> "verify-full";
    };
  }

  private String mySql() {
    return switch (this) {
      case OFF -> "DISABLED";
      case IF_POSSIBLE -> "PREFERRED";
      case ENCRYPTED -> "REQUIRED";
      case TRUSTED -> "VERIFY_CA";
      case FULL -> "VERIFY_IDENTITY";
    };
  }

  private String mariaDb() {
    return switch (this) {
      case OFF, IF_POSSIBLE -> "disable";
      case ENCRYPTED -> "trust";
      case TRUSTED -> "verify-ca";
      case FULL -> "verify-full";
    };
  }
}
