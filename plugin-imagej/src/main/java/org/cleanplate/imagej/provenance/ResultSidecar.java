package org.cleanplate.imagej.provenance;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.output.OutputFile;

/**
 * The note beside a result, {@code walk-alpha.mp4.cleanplate.json}: what the result was made of and
 * with, and by which size it is known to be whole.
 *
 * @param digest of the request, see {@link RunRequest#digest}
 * @param files how many files the result is; more than one if it is a folder of pictures
 * @param bytes in all of them
 */
public record ResultSidecar(String digest, long files, long bytes) {
  private static final String SUFFIX = ".cleanplate.json";
  private static final String DIGEST = "digest";
  private static final String FILES = "files";
  private static final String BYTES = "bytes";

  /** A note is small; one that is not was not written by this class. */
  private static final long MOST_BYTES = 1 << 20;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
          .build();

  /** Where the note of a result lies. */
  public static Path pathFor(Path result) {
    return result.resolveSibling(result.getFileName() + SUFFIX);
  }

  /**
   * Writes the note of a finished result, in place of an older one.
   *
   * @param result a file, or a folder of pictures
   * @param inputs what it was made of, the source first
   * @param properties what it was made with, by name
   */
  public static void write(
      Path result, String digest, List<FileStamp> inputs, Map<String, String> properties)
      throws IOException {
    FileStamp whole = FileStamp.of(result);
    try (OutputFile file = OutputFile.create(pathFor(result))) {
      try (JsonGenerator json =
          JSON.createGenerator(file.temporary().toFile(), JsonEncoding.UTF8)) {
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("result", result.getFileName().toString());
        writeSize(json, whole);
        json.writeStringField(DIGEST, digest);
        json.writeArrayFieldStart("inputs");
        for (FileStamp input : inputs) {
          json.writeStartObject();
          json.writeStringField("path", input.path().toString());
          writeSize(json, input);
          json.writeStringField("modified", input.modified().toString());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("cleanplate");
        for (Map.Entry<String, String> property : properties.entrySet()) {
          json.writeStringField(property.getKey(), property.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
      }
      file.moveToTarget();
    }
  }

  private static void writeSize(JsonGenerator json, FileStamp stamp) throws IOException {
    json.writeNumberField(FILES, stamp.files());
    json.writeNumberField(BYTES, stamp.bytes());
  }

  /** The note of a result; empty if there is none, or none that can be read. */
  static Optional<ResultSidecar> read(Path result) {
    Path file = pathFor(result);
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
          ? parse(file)
          : Optional.empty();
    } catch (IOException e) {
      // A note that is no note says nothing about the result.
      return Optional.empty();
    }
  }

  private static Optional<ResultSidecar> parse(Path file) throws IOException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser json = JSON.createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken().isScalarValue()) {
          values.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
    if (!values.keySet().containsAll(List.of(DIGEST, FILES, BYTES))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ResultSidecar(
              values.get(DIGEST),
              Long.parseLong(values.get(FILES)),
              Long.parseLong(values.get(BYTES))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a result is there, whole, and made by a request of this digest.
   *
   * @throws IOException if the result cannot be looked at
   */
  public static boolean isWhole(Path result, String digest) throws IOException {
    Optional<ResultSidecar> note = read(result).filter(found -> found.digest.equals(digest));
    if (note.isEmpty() || !Files.exists(result)) {
      return false;
    }
    FileStamp found = FileStamp.of(result);
    return found.files() == note.get().files && found.bytes() == note.get().bytes;
  }
}
