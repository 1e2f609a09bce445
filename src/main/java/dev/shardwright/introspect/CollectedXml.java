package dev.shardwright.introspect;

import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the client of MySQL or MariaDB printed: an XML document for each statement. */
final class CollectedXml {
  private static final String NIL = "http://www.w3.org/2001/XMLSchema-instance";
  private static final Pattern HEADS = Pattern.compile("<\\?xml[^>]*\\?>");

  // The client prints them as they are; no XML may hold them.
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

  private CollectedXml() {}

  static Map<String, List<KeptRow>> answers(String text) throws SQLException {
    String whole = CONTROLS.matcher(HEADS.matcher(text).replaceAll("")).replaceAll("\uFFFD");
    // A parser would make a carriage return a line feed.
    String xml = "<all>" + whole.replace("\r", "&#13;") + "</all>";
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      return answers(reader);
    } catch (XMLStreamException e) {
      throw new SQLException("it is cut or was changed", e);
    }
  }

  private static Map<String, List<KeptRow>> answers(XMLStreamReader reader)
      throws XMLStreamException {
    Map<String, List<KeptRow>> answers = new LinkedHashMap<>();
    String question = "";
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT
          && reader.getLocalName().equals("resultset")) {
        List<KeptRow> rows = rows(reader);
        if (rows.size() == 1 && rows.getFirst().columns().equals(List.of("question"))) {
          question = String.valueOf(rows.getFirst().text(1));
        } else {
          answers.put(question, rows);
        }
      }
    }
    return answers;
  }

  private static List<KeptRow> rows(XMLStreamReader reader) throws XMLStreamException {
    List<KeptRow> rows = new ArrayList<>();
    KeptRow.@Nullable Places places = null;
    while (reader.next() != XMLStreamReader.END_ELEMENT
        || !reader.getLocalName().equals("resultset")) {
      if (reader.isStartElement() && reader.getLocalName().equals("row")) {
        Map<String, @Nullable String> values = row(reader);
        places = places == null ? KeptRow.Places.of(List.copyOf(values.keySet())) : places;
        rows.add(new KeptRow(places, new ArrayList<>(values.values())));
      }
    }
    return rows;
  }

  private static Map<String, @Nullable String> row(XMLStreamReader reader)
      throws XMLStreamException {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    while (reader.next() != XMLStreamReader.END_ELEMENT || !reader.getLocalName().equals("row")) {
      if (reader.isStartElement()) {
        String name = String.valueOf(reader.getAttributeValue(null, "name"));
        boolean nil = "true".equals(reader.getAttributeValue(NIL, "nil"));
        String text = reader.getElementText();
        values.put(name, nil ? null : text);
      }
    }
    return values;
  }
}
