package dev.shardwright.export;

import java.io.IOException;

/** Writes the rows of one table, in statements of some hundred rows or as COPY. */
abstract sealed class RowWriter {
  private static final int ROWS = 500;
  private static final int BYTES = 1 << 20;
  private static final int CHUNK = 1 << 18;

  final DataTable table;
  final Utf8Buffer text = new Utf8Buffer();
  private final Appendable out;
  private long largest;

  private RowWriter(DataTable table, Appendable out) {
    this.table = table;
    this.out = out;
  }

  static RowWriter insert(DataTable table, Appendable out) {
    return new Insert(table, out);
  }

  static RowWriter copy(DataTable table, Appendable out) {
    return new Copy(table, out);
  }

  abstract void row(RowText row) throws IOException;

  abstract void rows(RowBlock block) throws IOException;

  /** Ends the last statement. */
  abstract void end() throws IOException;

  /** The bytes of the longest statement. */
  long largest() {
    return largest;
  }

  final void flush() throws IOException {
    text.flush(out);
  }

  final Appendable out() {
    return out;
  }

  final void longest(long bytes) {
    largest = Math.max(largest, bytes);
  }

  /** True if a column must be NULL for now, because the row its key leads to is not there yet. */
  final boolean waits(RowText row, int column) {
    for (int i = 0; i < table.late().size(); i++) {
      if (row.is(table.columns().size() + i, '1')
          && table.late().get(i).columns().contains(table.columns().get(column).column().name())) {
        return true;
      }
    }
    return false;
  }

  private static final class Insert extends RowWriter {
    private final Literals literals;
    private final String opening;
    private final String byDefault;
    private final DataColumn.Form[] forms;
    private int rows;

    Insert(DataTable table, Appendable out) {
      super(table, out);
      literals = Literals.of(table.dialect());
      opening = table.insertInto() + "\n";
      byDefault = table.insertInto() + ";\n";
      forms = table.columns().stream().map(DataColumn::form).toArray(DataColumn.Form[]::new);
    }

    @Override
    void row(RowText row) throws IOException {
      if (table.byDefault()) {
        text.add(byDefault);
        longest(byDefault.length());
        flushNowAndThen();
        return;
      }
      if (rows == 0) {
        text.add(opening);
      } else {
        text.add(',').add('\n');
      }
      text.add('(');
      for (int i = 0; i < forms.length; i++) {
        if (i > 0) {
          text.add(',').add(' ');
        }
        if (!table.late().isEmpty() && waits(row, i)) {
          text.add("NULL");
        } else {
          literals.value(text, row, i, forms[i]);
        }
      }
      text.add(')');
      if (++rows == ROWS || text.size() >= BYTES) {
        end();
      }
    }

    @Override
    void rows(RowBlock block) throws IOException {
      for (int i = 0; i < block.rows(); i++) {
        row(block.row(i));
      }
    }

    private void flushNowAndThen() throws IOException {
      if (text.size() >= CHUNK) {
        flush();
      }
    }

    @Override
    void end() throws IOException {
      if (rows > 0) {
        longest(text.size());
        text.add(';').add('\n');
        rows = 0;
      }
      flush();
    }
  }

  /** PostgreSQL's COPY: the rows as they came. */
  private static final class Copy extends RowWriter {
    private final int columns;
    private boolean begun;

    Copy(DataTable table, Appendable out) {
      super(table, out);
      columns = table.columns().size();
    }

    @Override
    void rows(RowBlock block) throws IOException {
      if (table.late().isEmpty() && block.rows() > 0) {
        begin();
        flush();
        block.text().flush(out());
        return;
      }
      for (int i = 0; i < block.rows(); i++) {
        row(block.row(i));
      }
    }

    private void begin() {
      if (!begun) {
        text.add("COPY " + table.copied() + " FROM stdin;\n");
        begun = true;
      }
    }

    @Override
    void row(RowText row) throws IOException {
      begin();
      if (table.late().isEmpty()) {
        text.add(row.line(), row.lineFrom(), row.lineTo()).add('\n');
      } else {
        columns(row);
      }
      if (text.size() >= CHUNK) {
        flush();
      }
    }

    private void columns(RowText row) {
      for (int i = 0; i < columns; i++) {
        if (i > 0) {
          text.add('\t');
        }
        if (row.isNull(i) || waits(row, i)) {
          text.add('\\').add('N');
        } else {
          text.add(row.bytes(i), row.from(i), row.to(i));
        }
      }
      text.add('\n');
    }

    @Override
    void end() throws IOException {
      if (begun) {
        text.add("\\.\n");
        flush();
      }
    }
  }
}
