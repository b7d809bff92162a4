package org.cleanplate.imagej.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
  private Path foreground;

  @BeforeEach
  void writeResult() throws IOException {
    result = Files.writeString(folder.resolve("walk-alpha.mp4"), "pixels");
    foreground = Files.writeString(folder.resolve("walk-foreground.mp4"), "more pixels");
    ResultSidecar.write(
        List.of(result, foreground),
        "d1",
        List.of(FileStamp.of(result)),
        Map.of("device", "CPU \"x\" \u00fc"));
  }

  @Test
  void isReadableByAnyJsonReader() throws IOException {
    String note = Files.readString(folder.resolve("walk-alpha.mp4.cleanplate.json"));
    assertTrue(note.contains("\"walk-alpha.mp4\", \"walk-foreground.mp4\""), note);
    assertTrue(note.contains("\"bytes\" : 6"), note);
    assertTrue(note.contains("\"device\" : \"CPU \\\"x\\\" \u00fc\""), note);
    assertTrue(note.contains(result.toAbsolutePath().toString()), note);
  }

  @Test
  void findsTheRunWhoseResultsAreWhole() throws IOException {
    FinishedRun run = find("d1").orElseThrow();
    assertEquals(List.of(result, foreground), run.results());
    assertEquals("CPU \"x\" \u00fc", run.properties().get("device"));
    assertEquals(Optional.empty(), find("d2"));
    assertEquals(Optional.empty(), FinishedRun.find(folder.resolve("nowhere"), "walk", "d1"));
    assertEquals(Optional.empty(), FinishedRun.find(folder, "run", "d1"));
  }

  @Test
  void oneResultThatWasCutOffOrDeletedSpoilsTheRun() throws IOException {
    Files.writeString(foreground, "more pix");
    assertEquals(Optional.empty(), find("d1"));
    Files.delete(foreground);
    assertEquals(Optional.empty(), find("d1"));
  }

  @Test
  void aResultOfALaterRunSpoilsTheEarlierOne() throws IOException {
    ResultSidecar.write(List.of(result), "d2", List.of(), Map.of());
    assertEquals(Optional.empty(), find("d1"));
    assertEquals(List.of(result), find("d2").orElseThrow().results());
  }

  @Test
  void aFolderThatLacksAPictureIsNotWhole() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("walk-cutout"));
    Files.writeString(pictures.resolve("1.png"), "a");
    Files.writeString(pictures.resolve("2.png"), "b");
    ResultSidecar.write(List.of(pictures), "d3", List.of(), Map.of());
    assertTrue(find("d3").isPresent());
    Files.delete(pictures.resolve("2.png"));
    assertEquals(Optional.empty(), find("d3"));
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
    assertEquals(Optional.empty(), find("d1"));
  }

  @Test
  void requestChangesWithItsFilesItsOptionsAndItsModel() throws IOException {
    Path video = Files.writeString(folder.resolve("walk.mp4"), "frames");
    Path plate = Files.writeString(folder.resolve("plate.png"), "plate");
    String options = "video=" + video + " background=[" + plate + "] output=" + folder;
    String digest = request(options, video).digest("m1");
    assertEquals(digest, request(options, video).digest("m1"));
    assertEquals(
        List.of(video.toAbsolutePath(), plate.toAbsolutePath()),
        request(options, video).inputs().stream().map(FileStamp::path).toList());
    assertNotEquals(digest, request(options, video).digest("m2"));
    assertNotEquals(digest, request(options + " alpha", video).digest("m1"));
    Files.setLastModifiedTime(plate, FileTime.fromMillis(1_000));
    assertNotEquals(digest, request(options, video).digest("m1"));
  }

  @Test
  void requestKnowsAFolderThatItReadsButNotTheOneItWritesTo() throws IOException {
    Path video = Files.writeString(folder.resolve("walk.mp4"), "frames");
    Path plates = Files.createDirectory(folder.resolve("plates"));
    Path out = Files.createDirectory(folder.resolve("out"));
    String options = "video=" + video + " background=[" + plates + "] output=" + out;
    String digest = request(options, video).digest("m1");
    Files.writeString(out.resolve("result.mp4"), "pixels");
    assertEquals(digest, request(options, video).digest("m1"));
    Files.writeString(plates.resolve("1.png"), "plate");
    assertNotEquals(digest, request(options, video).digest("m1"));
  }

  private Optional<FinishedRun> find(String digest) throws IOException {
    return FinishedRun.find(folder, "walk", digest);
  }

  private static RunRequest request(String options, Path video) throws IOException {
    return RunRequest.of(MatteVideoParameters.SYNTAX, options, Optional.of(video));
  }
}
