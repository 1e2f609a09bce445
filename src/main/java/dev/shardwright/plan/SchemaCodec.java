package dev.shardwright.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Names;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The schema's records as JSON and back: what is absent or empty is left out, names are one word,
 * and fields that a later version adds are passed over.
 */
final class SchemaCodec {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(words())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultPropertyInclusion(v ->
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .withConfigOverride(
              List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .withConfigOverride(
              Set.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .withConfigOverride(
              String.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private SchemaCodec() {}

  static JsonNode json(Schema schema) {
    return MAPPER.valueToTree(schema);
  }

  static Schema schema(JsonNode json) {
    return MAPPER.treeToValue(json, Schema.class);
  }

  /**
   * The name that {@link TableName#toString} wrote.
   *
   * @throws IllegalArgumentException if it is no such name
   */
  static TableName tableName(String text) {
    List<String> parts = Names.split(text);
    if (parts.size() != 2) {
      throw new IllegalArgumentException(text + " is no name of a schema and a table");
    }
    return new TableName(parts.getFirst(), parts.getLast());
  }

  private static SimpleModule words() {
    return new SimpleModule()
        .addSerializer(TableName.class, new TableNameWriter())
        .addDeserializer(TableName.class, new TableNameReader())
        .addSerializer(KeyPart.class, new KeyPartWriter())
        .addDeserializer(KeyPart.class, new KeyPartReader());
  }

  private static final class TableNameWriter extends ValueSerializer<TableName> {
    @Override
    public void serialize(TableName name, JsonGenerator json, SerializationContext context) {
      json.writeString(name.toString());
    }
  }

  private static final class TableNameReader extends ValueDeserializer<TableName> {
    @Override
    public TableName deserialize(JsonParser json, DeserializationContext context) {
      return tableName(json.getValueAsString(""));
    }
  }

  /** A plain column is one word; a prefix, an expression or a descending part is an object. */
  private static final class KeyPartWriter extends ValueSerializer<KeyPart> {
    @Override
    public void serialize(KeyPart part, JsonGenerator json, SerializationContext context) {
      if (part.wholeColumn() && !part.descending()) {
        json.writeString(part.text());
        return;
      }
      json.writeStartObject();
      json.writeStringProperty("text", part.text());
      if (part.expression()) {
        json.writeBooleanProperty("expression", true);
      }
      if (part.prefixLength().isPresent()) {
        json.writeNumberProperty("prefix", part.prefixLength().getAsInt());
      }
      if (part.descending()) {
        json.writeBooleanProperty("descending", true);
      }
      json.writeEndObject();
    }
  }

  private static final class KeyPartReader extends ValueDeserializer<KeyPart> {
    @Override
    public KeyPart deserialize(JsonParser json, DeserializationContext context) {
      JsonNode node = context.readTree(json);
      if (node.isString()) {
        return KeyPart.column(node.asString());
      }
      JsonNode prefix = node.path("prefix");
      return new KeyPart(
          node.path("text").asString(),
          node.path("expression").asBoolean(false),
          prefix.isInt() ? OptionalInt.of(prefix.asInt()) : OptionalInt.empty(),
          node.path("descending").asBoolean(false));
    }
  }
}
