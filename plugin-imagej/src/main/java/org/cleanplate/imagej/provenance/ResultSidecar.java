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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanplate.output.OutputFile;

/**
 * The note beside a result, {@code walk-alpha.mp4.cleanplate.json}: what the result was made of and
 * with, and by which size it is known to be whole.
 *
 * @param digest of the request, see {@link RunRequest#digest}
 * @param files how many files the result is; more than one if it is a folder of pictures
 * @param bytes in all of them
 * @param results the names of all results of that run, which lie in the same folder
 * @param properties what they were made with, by name
 */
public record ResultSidecar(
    String digest, long files, long bytes, List<String> results, Map<String, String> properties) {
  static final String SUFFIX = ".cleanplate.json";

  private static final String DIGEST = "digest";
  private static final String FILES = "files";
  private static final String BYTES = "bytes";
  private static final String RESULTS = "results";
  private static final String PROPERTIES = "cleanplate";

  /** A note is small; one that is not was not written by this class. */
  private static final long MOST_BYTES = 1 << 20;

  private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]+");

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
          .build();

  /** Where the note of a result lies. */
  public static Path pathFor(Path result) {
    return result.resolveSibling(result.getFileName() + SUFFIX);
  }

  /**
   * Writes the notes of a run's finished results, in place of older ones.
   *
   * @param results files, or folders of pictures, in one folder
   * @param inputs what they were made of, the source first
   * @param properties what they were made with, by name
   */
  public static void write(
      List<Path> results, String digest, List<FileStamp> inputs, Map<String, String> properties)
      throws IOException {
    List<String> names = results.stream().map(path -> path.getFileName().toString()).toList();
    for (Path result : results) {
      FileStamp whole = FileStamp.of(result);
      ResultSidecar note =
          new ResultSidecar(digest, whole.files(), whole.bytes(), names, properties);
      try (OutputFile file = OutputFile.create(pathFor(result))) {
        note.write(file.temporary(), inputs);
        file.moveToTarget();
      }
    }
  }

  private void write(Path file, List<FileStamp> inputs) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField(DIGEST, digest);
      json.writeNumberField(FILES, files);
      json.writeNumberField(BYTES, bytes);
      json.writeArrayFieldStart(RESULTS);
      for (String name : results) {
        json.writeString(name);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("inputs");
      for (FileStamp input : inputs) {
        json.writeStartObject();
        json.writeStringField("path", input.path().toString());
        json.writeNumberField(FILES, input.files());
        json.writeNumberField(BYTES, input.bytes());
        json.writeStringField("modified", input.modified().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectFieldStart(PROPERTIES);
      for (Map.Entry<String, String> property : properties.entrySet()) {
        json.writeStringField(property.getKey(), property.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  /** Reads a note; empty if there is none, or none that this class wrote. */
  static Optional<ResultSidecar> read(Path note) {
    try {
      return Files.isRegularFile(note) && Files.size(note) <= MOST_BYTES
          ? parse(note)
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      // A note that is no note says nothing about the result.
      return Optional.empty();
    }
  }

  private static Optional<ResultSidecar> parse(Path note) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> properties = new LinkedHashMap<>();
    List<String> results = new ArrayList<>();
    try (JsonParser json = JSON.createParser(note.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isScalarValue()) {
          values.put(name, json.getText());
        } else if (name.equals(RESULTS)) {
          readNames(json, results);
        } else if (name.equals(PROPERTIES)) {
          readProperties(json, properties);
        } else {
          json.skipChildren();
        }
      }
    }
    boolean complete =
        values.keySet().containsAll(List.of(DIGEST, FILES, BYTES)) && !results.isEmpty();
    return complete
        ? Optional.of(
            new ResultSidecar(
                values.get(DIGEST),
                Long.parseLong(values.get(FILES)),
                Long.parseLong(values.get(BYTES)),
                results,
                properties))
        : Optional.empty();
  }

  private static void readNames(JsonParser json, List<String> names) throws IOException {
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      if (!FILE_NAME.matcher(json.getText()).matches()) {
        throw new IOException("\"" + json.getText() + "\" is no name of a file");
      }
      names.add(json.getText());
    }
  }

  private static void readProperties(JsonParser json, Map<String, String> properties)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      properties.put(name, json.getText());
    }
  }

  /** Whether a result is there, and of the size that its note tells. */
  boolean describes(Path result) throws IOException {
    if (!Files.exists(result)) {
      return false;
    }
    FileStamp found = FileStamp.of(result);
    return found.files() == files && found.bytes() == bytes;
  }
}
