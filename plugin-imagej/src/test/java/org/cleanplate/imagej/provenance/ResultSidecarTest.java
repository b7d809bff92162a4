package org.cleanplate.imagej.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultSidecarTest {
  @TempDir private Path folder;
  private Path result;

  @BeforeEach
  void writeResult() throws IOException {
    result = Files.writeString(folder.resolve("walk-alpha.mp4"), "pixels");
    ResultSidecar.write(
        result, "d1", List.of(FileStamp.of(result)), Map.of("device", "CPU \"x\" \u00fc"));
  }

  @Test
  void isReadableByAnyJsonReader() throws IOException {
    String note = Files.readString(folder.resolve("walk-alpha.mp4.cleanplate.json"));
    assertTrue(note.contains("\"result\" : \"walk-alpha.mp4\""), note);
    assertTrue(note.contains("\"bytes\" : 6"), note);
    assertTrue(note.contains("\"device\" : \"CPU \\\"x\\\" \u00fc\""), note);
    assertTrue(note.contains(result.toAbsolutePath().toString()), note);
  }

  @Test
  void tellsAWholeResultFromOneOfAnotherRequest() throws IOException {
    assertTrue(ResultSidecar.isWhole(result, "d1"));
    assertFalse(ResultSidecar.isWhole(result, "d2"));
    assertFalse(ResultSidecar.isWhole(folder.resolve("other.mp4"), "d1"));
  }

  @Test
  void tellsAResultThatWasCutOffOrDeleted() throws IOException {
    Files.writeString(result, "pix");
    assertFalse(ResultSidecar.isWhole(result, "d1"));
    Files.delete(result);
    assertFalse(ResultSidecar.isWhole(result, "d1"));
  }

  @Test
  void tellsAFolderThatLacksAPicture() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("walk-alpha"));
    Files.writeString(pictures.resolve("1.png"), "a");
    Files.writeString(pictures.resolve("2.png"), "b");
    ResultSidecar.write(pictures, "d1", List.of(), Map.of());
    assertTrue(ResultSidecar.isWhole(pictures, "d1"));
    Files.delete(pictures.resolve("2.png"));
    assertFalse(ResultSidecar.isWhole(pictures, "d1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"digest\":\"d1\"}",
        "no json",
        "{\"digest\":\"d1\",\"files\":\"many\"," + "\"bytes\":6}"
      })
  void takesNoNoteForOneThatCannotBeRead(String text) throws IOException {
    Files.writeString(ResultSidecar.pathFor(result), text);
    assertFalse(ResultSidecar.isWhole(result, "d1"));
  }

  @Test
  void requestChangesWithItsFilesItsOptionsAndItsModel() throws IOException {
    Path video = Files.writeString(folder.resolve("walk.mp4"), "frames");
    Path plate = Files.writeString(folder.resolve("plate.png"), "plate");
    String options = "video=" + video + " background=[" + plate + "] output=" + folder;
    String digest = request(options, video).digest("m1");
    assertEquals(digest, request(options, video).digest("m1"));
    assertEquals(
        List.of(video.toAbsolutePath(), video.toAbsolutePath(), plate.toAbsolutePath()),
        request(options, video).inputs().stream().map(FileStamp::path).toList());
    assertNotEquals(digest, request(options, video).digest("m2"));
    assertNotEquals(digest, request(options + " alpha", video).digest("m1"));
    Files.setLastModifiedTime(plate, FileTime.fromMillis(1_000));
    assertNotEquals(digest, request(options, video).digest("m1"));
  }

  private static RunRequest request(String options, Path video) throws IOException {
    return RunRequest.of(MatteVideoParameters.SYNTAX, options, Optional.of(video));
  }
}
