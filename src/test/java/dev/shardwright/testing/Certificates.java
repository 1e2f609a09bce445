package dev.shardwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Certificates for 127.0.0.1 that an authority of our own signs: {@code new} is good, {@code old}
 * has expired.
 */
public final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /** Made in a folder, {@link #authority} among them. */
  public static Certificates in(Path folder) throws Exception {
    Certificates made = new Certificates(folder);
    made.keytool("-alias", "ca", "-dname", "CN=ca", "-ext", "bc:c", "-validity", "30");
    made.signed("old", "-startdate", "-10d", "-validity", "5");
    made.signed("new", "-validity", "5");
    return made;
  }

  private void signed(String alias, String... valid) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-alias",
                alias,
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-signer",
                "ca"));
    arguments.addAll(List.of(valid));
    keytool(arguments.toArray(String[]::new));
  }

  /** The certificate that clients trust, as PEM. */
  public Path authority() throws Exception {
    return Files.writeString(folder.resolve("ca.pem"), certificate("ca"));
  }

  /** A certificate that signed nothing, as PEM. */
  public Path stranger() throws Exception {
    keytool("-alias", "stranger", "-dname", "CN=stranger", "-ext", "bc:c", "-validity", "30");
    return Files.writeString(folder.resolve("stranger.pem"), certificate("stranger"));
  }

  /** The certificate that clients trust, as a PKCS12 store without password. */
  public Path authorityStore() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", store().getCertificate("ca"));
    Path file = folder.resolve("ca.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, null);
    }
    return file;
  }

  /** As PEM. */
  public String certificate(String alias) throws Exception {
    return pem("CERTIFICATE", store().getCertificate(alias).getEncoded());
  }

  /** As PEM. */
  public String key(String alias) throws Exception {
    return pem("PRIVATE KEY", store().getKey(alias, PASSWORD).getEncoded());
  }

  private KeyStore store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(folder.resolve("keys.p12"))) {
      store.load(file, PASSWORD);
    }
    return store;
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + what
        + "-----\n";
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-storetype",
                "PKCS12",
                "-keystore",
                folder.resolve("keys.p12").toString(),
                "-storepass",
                new String(PASSWORD)));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
