package dev.shardwright.ui.connect;

import dev.shardwright.introspect.Address;
import dev.shardwright.introspect.ConnectionTest;
import dev.shardwright.introspect.Connections.Remembered;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.Source;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Running;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Segments;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Connects to a live database: a pasted URL fills the fields, the fields write the URL. */
final class DatabaseForm extends VBox {
  private final PlannerModel model;
  private final Consumer<Source> open;
  private final TextField url = field("db-url", "connect.url.prompt");
  private final Segments<Product> product =
      new Segments<>(List.of(Product.values()), Product::title, chosen -> choose(chosen));
  private final TextField host = field("db-host", "connect.host.prompt.postgresql");
  private final TextField port = field("db-port", "connect.port.prompt");
  private final TextField database = field("db-name", "connect.database.prompt");
  private final TextField user = field("db-user", "connect.user.prompt");
  private final PasswordField password = new PasswordField();
  private final TextField schemas = field("db-schemas", "connect.schemas.prompt");
  private final Segments<TlsMode> tls =
      new Segments<>(
          List.of(TlsMode.values()),
          t -> Texts.of("connect.tls." + t.name()),
          chosen -> {
            mode = chosen;
            write();
          });
  private final Button connect =
      Nodes.button(Texts.of("connect.open"), () -> source().ifPresent(this::open), "primary");
  private final VBox answer = new VBox(8);
  private TlsMode mode = TlsMode.USUAL;
  private Product server = Product.POSTGRESQL;
  private String options = "";
  private boolean filling;
  private final Label socketHint = Nodes.paragraph("", "muted", "small");

  DatabaseForm(PlannerModel model, Consumer<Source> open) {
    this.model = model;
    this.open = open;
    getStyleClass().add("card");
    password.setId("db-password");
    product.choose(server);
    port.setPrefWidth(88);
    tls.choose(mode);
    password.setAccessibleText(Texts.of("connect.password"));
    answer.setId("db-answer");
    socketHint.setId("db-socket");
    HBox hint = new HBox(8, Nodes.label("", "form-label"), Nodes.grow(socketHint));
    hint.visibleProperty().bind(socketHint.visibleProperty());
    hint.managedProperty().bind(socketHint.visibleProperty());
    getChildren()
        .addAll(
            Nodes.label(Texts.of("connect.database.title"), "strong"),
            Nodes.paragraph(Texts.of("connect.database.hint"), "muted"),
            line("connect.url", url),
            line("connect.product", product),
            line("connect.host", host, port),
            hint,
            line("connect.database", database),
            line("connect.user", user),
            line("connect.password", password),
            line("connect.tls", tls),
            line("connect.schemas", schemas),
            buttons(),
            answer);
    url.textProperty().addListener((o, was, now) -> read(now));
    List.of(host, port, database)
        .forEach(f -> f.textProperty().addListener((o, was, now) -> write()));
    List.of(host, port).forEach(f -> f.textProperty().addListener((o, was, now) -> place()));
    place();
  }

  /** A path in place of a host is a socket: what concerns a network falls away. */
  private void place() {
    boolean local = local();
    String family = server == Product.POSTGRESQL ? "postgresql" : "mysql";
    String usual = server == Product.POSTGRESQL ? "5432" : "3306";
    String number = port.getText().isBlank() ? usual : port.getText().strip();
    socketHint.setText(Texts.of("connect.socket." + family, number));
    socketHint.setVisible(local);
    host.setPromptText(Texts.of("connect.host.prompt." + family));
    port.setDisable(local && server != Product.POSTGRESQL);
    port.setPromptText(usual);
    tls.setDisable(local);
    password.setPromptText(
        Texts.of(local ? "connect.password.prompt.socket" : "connect.password.prompt"));
    user.setPromptText(
        local
            ? Texts.of("connect.user.prompt.socket", System.getProperty("user.name"))
            : Texts.of("connect.user.prompt"));
  }

  private boolean local() {
    return host.getText().strip().startsWith("/");
  }

  private void open(JdbcSource source) {
    open.accept(source);
  }

  private Node buttons() {
    Button test = Nodes.button(Texts.of("connect.test"), this::test);
    test.setId("db-test");
    connect.setId("db-open");
    HBox buttons = new HBox(8, Nodes.spacer(), test, connect);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  private void choose(Product chosen) {
    server = chosen;
    place();
    write();
  }

  /** A pasted URL fills the fields; a URL of another kind stays as it is. */
  private void read(String pasted) {
    if (!filling) {
      Address.lenient(pasted).ifPresent(this::fill);
    }
  }

  private void fill(Address address) {
    filling = true;
    server = address.product();
    product.choose(server);
    host.setText(address.host());
    port.setText(address.port());
    place();
    database.setText(address.database());
    options = address.options();
    mode = TlsMode.of(address);
    tls.choose(mode);
    filling = false;
  }

  private void write() {
    if (!filling) {
      filling = true;
      Address address =
          new Address(server, host.getText(), port.getText(), database.getText(), options);
      url.setText(mode.in(address).url());
      filling = false;
    }
  }

  /** Fills the fields with a database opened before; the password is asked for again. */
  void fill(Remembered known) {
    url.setText(known.url());
    user.setText(known.user().orElse(""));
    schemas.setText(String.join(", ", known.schemas()));
    password.clear();
    if (local()) {
      connect.requestFocus(); // over a socket most are known by their login
    } else {
      password.requestFocus();
    }
  }

  private Optional<JdbcSource> source() {
    if (url.getText().isBlank()) {
      tell(Nodes.paragraph(Texts.of("connect.incomplete"), "bad"));
      return Optional.empty();
    }
    if (!url.getText().strip().startsWith("jdbc:")) {
      tell(Nodes.paragraph(Texts.of("connect.noUrl"), "bad"));
      return Optional.empty();
    }
    String name = user.getText().strip();
    List<String> wanted =
        Arrays.stream(schemas.getText().split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    return Optional.of(
        new JdbcSource(
            url.getText().strip(),
            name.isEmpty() ? Optional.empty() : Optional.of(name),
            Secret.of(password.getText()),
            wanted));
  }

  private void test() {
    source().ifPresent(this::test);
  }

  private void test(JdbcSource source) {
    Running job =
        model
            .background()
            .run(
                "test",
                Texts.of("connect.testing"),
                progress -> ConnectionTest.of(source, progress),
                this::answered,
                this::refused);
    ProgressBar bar = new ProgressBar();
    bar.setMaxHeight(4);
    bar.progressProperty().bind(job.fractionProperty());
    bar.accessibleTextProperty().bind(job.whatProperty());
    Label what = Nodes.label("", "muted");
    what.textProperty().bind(job.whatProperty());
    if (model.busy().contains(job)) {
      HBox line = new HBox(8, bar, what, Nodes.spacer());
      line.setAlignment(Pos.CENTER_LEFT);
      line.getChildren().add(Nodes.link(Texts.of("cancel"), job::cancel));
      answer.getChildren().setAll(line);
    }
  }

  private void answered(ConnectionTest test) {
    answer.getChildren().setAll(new TestAnswer(test, schemas));
  }

  private void refused(Throwable cause) {
    if (cause instanceof Progress.Cancelled) {
      tell(Nodes.paragraph(Texts.of("cancelled"), "muted"));
    } else if (cause instanceof UserError) {
      tell(Nodes.paragraph(String.valueOf(cause.getMessage()), "bad"));
    } else {
      answer.getChildren().clear();
      model.failed(Texts.of("connect.testing")).accept(cause);
    }
  }

  private void tell(Node sentence) {
    answer.getChildren().setAll(sentence);
  }

  private static HBox line(String key, Node... nodes) {
    Label label = Nodes.label(Texts.of(key), "form-label");
    label.setLabelFor(nodes[0]);
    HBox line = new HBox(8, label, Nodes.grow(nodes[0]));
    for (int i = 1; i < nodes.length; i++) {
      line.getChildren().add(nodes[i]);
    }
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static TextField field(String id, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(Texts.of(prompt));
    return field;
  }
}
