package org.cleanplate.network.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;

/**
 * The JSON at the start of a safetensors file.
 *
 * @param metadata the texts under {@code __metadata__}
 * @param entries where each tensor lies, in the order of the header
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Entry> entries) {
  static final String METADATA = "__metadata__";
  static final String TYPE = "dtype";
  static final String SHAPE = "shape";
  static final String OFFSETS = "data_offsets";

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Where a tensor lies.
   *
   * @param begin first byte, counted from the end of the header
   * @param end the byte after the last
   */
  record Entry(ElementType type, long[] shape, long begin, long end) {
    long byteCount() {
      return end - begin;
    }
  }

  /**
   * Reads a header.
   *
   * @throws MattingException if it is not the JSON of a safetensors file
   */
  static SafetensorsHeader parse(byte[] json) {
    try (JsonParser parser = JSON.createParser(json)) {
      expect(parser, parser.nextToken(), JsonToken.START_OBJECT);
      Map<String, String> metadata = new LinkedHashMap<>();
      Map<String, Entry> entries = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT);
        if (name.equals(METADATA)) {
          readMetadata(parser, metadata);
        } else {
          entries.put(name, readEntry(parser, name));
        }
      }
      if (parser.nextToken() != null) {
        throw unexpected(parser);
      }
      return new SafetensorsHeader(metadata, entries);
    } catch (IOException e) {
      throw new MattingException("its header is no JSON: " + firstLine(e), e);
    }
  }

  private static void readMetadata(JsonParser parser, Map<String, String> metadata)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      expect(parser, parser.nextToken(), JsonToken.VALUE_STRING);
      metadata.put(key, parser.getText());
    }
  }

  private static Entry readEntry(JsonParser parser, String name) throws IOException {
    ElementType type = null;
    long[] shape = null;
    long[] offsets = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case TYPE -> type = typeOf(parser, name);
        case SHAPE -> shape = numbers(parser);
        case OFFSETS -> offsets = numbers(parser);
        default -> throw new MattingException(described(name) + "has a field \"" + field + "\"");
      }
    }
    if (type == null || shape == null || offsets == null || offsets.length != 2) {
      throw new MattingException(
          described(name) + "lacks one of " + List.of(TYPE, SHAPE, OFFSETS) + " in the header");
    }
    return new Entry(type, shape, offsets[0], offsets[1]);
  }

  private static ElementType typeOf(JsonParser parser, String name) throws IOException {
    expect(parser, parser.currentToken(), JsonToken.VALUE_STRING);
    String type = parser.getText();
    return Arrays.stream(ElementType.values())
        .filter(known -> known.name().equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                new MattingException(
                    described(name)
                        + "is of type \""
                        + type
                        + "\", expected one of "
                        + Arrays.stream(ElementType.values()).map(Enum::name).toList()));
  }

  private static long[] numbers(JsonParser parser) throws IOException {
    expect(parser, parser.currentToken(), JsonToken.START_ARRAY);
    List<Long> numbers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser, parser.currentToken(), JsonToken.VALUE_NUMBER_INT);
      numbers.add(parser.getLongValue());
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static void expect(JsonParser parser, JsonToken found, JsonToken expected)
      throws IOException {
    if (found != expected) {
      throw unexpected(parser);
    }
  }

  private static MattingException unexpected(JsonParser parser) throws IOException {
    return new MattingException(
        "its header is not that of a safetensors file at byte "
            + parser.currentTokenLocation().getByteOffset()
            + " (field \""
            + parser.currentName()
            + "\")");
  }

  private static String described(String name) {
    return "tensor " + name + " ";
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
