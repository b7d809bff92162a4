package org.cleanplate.network.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.cleanplate.MattingException;
import org.cleanplate.Sha256;
import org.cleanplate.network.weights.TinyNetwork;
import org.cleanplate.network.weights.TorchZip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadTest {
  private static final String NAME = "torchscript_tiny.pth";

  @TempDir private Path folder;
  private Path userFolder;
  private Path part;
  private Path whole;
  private byte[] file;

  @BeforeEach
  void makeFile() throws IOException {
    userFolder = folder.resolve("models");
    part = userFolder.resolve(NAME + ".part");
    whole = userFolder.resolve(NAME);
    Path source = folder.resolve("source.pth");
    TorchZip.write(source, TinyNetwork.checkpoint().weights().asMap());
    file = Files.readAllBytes(source);
  }

  @Test
  void fetchesVerifiesAndOpensAModelByItsName() throws IOException {
    try (ModelServer server = new ModelServer(NAME, file)) {
      ModelCatalog catalog = catalog(server.release());
      List<Long> progress = new ArrayList<>();
      ModelEntry entry =
          catalog
              .download("torchscript_tiny", (bytes, total) -> progress.add(bytes), () -> false)
              .orElseThrow();
      assertEquals("torchscript_tiny", entry.name());
      assertArrayEquals(file, Files.readAllBytes(whole));
      assertTrue(Files.notExists(part));
      assertEquals((long) file.length, progress.get(progress.size() - 1));
      assertInstanceOf(MattingModel.Network.class, catalog.open("torchscript_tiny"));
    }
  }

  @Test
  void goesOnWhereABrokenConnectionStopped() throws IOException {
    try (ModelServer broken = new ModelServer(NAME, file).breakingAfter(10_000)) {
      MattingException failure =
          assertThrows(MattingException.class, () -> download(broken.release()));
      assertTrue(failure.getMessage().contains("try again"), failure.getMessage());
    }
    assertEquals(10_000, Files.size(part));
    assertTrue(Files.notExists(whole));
    try (ModelServer server = new ModelServer(NAME, file)) {
      download(server.release());
      assertEquals(List.of("bytes=10000-"), server.ranges());
    }
    assertArrayEquals(file, Files.readAllBytes(whole));
  }

  @Test
  void startsAnewWhereTheServerKnowsNoRanges() throws IOException {
    leavePart(Arrays.copyOf(file, 5000));
    try (ModelServer server = new ModelServer(NAME, file).withoutRanges()) {
      download(server.release());
    }
    assertArrayEquals(file, Files.readAllBytes(whole));
  }

  @Test
  void takesAPartThatWasCompleteAlready() throws IOException {
    leavePart(file);
    try (ModelServer server = new ModelServer(NAME, file)) {
      download(server.release());
    }
    assertArrayEquals(file, Files.readAllBytes(whole));
  }

  @Test
  void refusesAndDeletesAFileOfAnotherDigest() throws IOException {
    byte[] forged = file.clone();
    forged[5000] ^= 1;
    try (ModelServer server = new ModelServer(NAME, forged)) {
      MattingException failure =
          assertThrows(MattingException.class, () -> download(server.release()));
      assertTrue(failure.getMessage().contains(Sha256.of(file)), failure.getMessage());
      assertTrue(failure.getMessage().contains(Sha256.of(forged)), failure.getMessage());
    }
    assertNothingIsLeft();
  }

  @Test
  void aSpoiltPartIsFoundOutAndTheNextAttemptIsGood() throws IOException {
    leavePart(new byte[5000]);
    try (ModelServer server = new ModelServer(NAME, file)) {
      assertThrows(MattingException.class, () -> download(server.release()));
      assertNothingIsLeft();
      download(server.release());
    }
    assertArrayEquals(file, Files.readAllBytes(whole));
  }

  @Test
  void saysWhatTheServerAnsweredWhereThereIsNoSuchFile() throws IOException {
    try (ModelServer server = new ModelServer("another.pth", file)) {
      MattingException failure =
          assertThrows(MattingException.class, () -> download(server.release()));
      assertTrue(failure.getMessage().contains("404"), failure.getMessage());
      assertTrue(failure.getMessage().contains(NAME), failure.getMessage());
    }
    assertNothingIsLeft();
  }

  @Test
  void saysWhenThereIsNoServer() throws IOException {
    URI gone;
    try (ModelServer server = new ModelServer(NAME, file)) {
      gone = server.release();
    }
    assertThrows(MattingException.class, () -> download(gone));
    assertNothingIsLeft();
  }

  @Test
  void cancellingKeepsWhatCameIn() throws IOException {
    try (ModelServer server = new ModelServer(NAME, file).stallingAfter(7000)) {
      boolean[] arrived = new boolean[1];
      assertTrue(
          catalog(server.release())
              .download(NAME, (bytes, total) -> arrived[0] |= bytes == 7000, () -> arrived[0])
              .isEmpty());
    }
    assertEquals(7000, Files.size(part));
    assertTrue(Files.notExists(whole));
  }

  @Test
  void anInterruptedThreadStopsAndStaysInterrupted() throws IOException {
    try (ModelServer server = new ModelServer(NAME, file).stallingAfter(7000)) {
      Thread.currentThread().interrupt();
      assertTrue(
          catalog(server.release()).download(NAME, (bytes, total) -> {}, () -> false).isEmpty());
      assertTrue(Thread.interrupted());
    }
    assertTrue(Files.notExists(whole));
  }

  @Test
  void givesUpOnAServerThatStalls() throws IOException {
    try (ModelServer server = new ModelServer(NAME, file).stallingAfter(7000)) {
      MattingException failure =
          assertThrows(MattingException.class, () -> download(server.release()));
      assertTrue(failure.getMessage().contains("no byte came in"), failure.getMessage());
    }
  }

  @Test
  void refusesAFileOfAnotherSize() throws IOException {
    try (ModelServer server = new ModelServer(NAME, file)) {
      PublishedFile larger =
          new PublishedFile(NAME, Sha256.of(file), OptionalLong.of(file.length + 1));
      ModelCatalog catalog =
          new ModelCatalog(userFolder, server.release(), List.of(larger), Duration.ofSeconds(2));
      assertThrows(
          MattingException.class, () -> catalog.download(NAME, (bytes, total) -> {}, () -> false));
    }
    assertNothingIsLeft();
  }

  @Test
  void namesWhatCanBeDownloaded() {
    ModelCatalog catalog = new ModelCatalog(userFolder);
    String message =
        assertThrows(
                MattingException.class,
                () -> catalog.download("resnet", (bytes, total) -> {}, () -> false))
            .getMessage();
    assertTrue(message.contains("torchscript_mobilenetv2_fp32.pth"), message);
    assertTrue(message.contains("torchscript_resnet50_fp32.pth"), message);
  }

  private void leavePart(byte[] bytes) throws IOException {
    Files.createDirectories(userFolder);
    Files.write(part, bytes);
  }

  private void assertNothingIsLeft() {
    assertTrue(Files.notExists(part));
    assertTrue(Files.notExists(whole));
  }

  private void download(URI release) {
    catalog(release).download(NAME, (bytes, total) -> {}, () -> false).orElseThrow();
  }

  private ModelCatalog catalog(URI release) {
    PublishedFile published = new PublishedFile(NAME, Sha256.of(file), OptionalLong.empty());
    return new ModelCatalog(userFolder, release, List.of(published), Duration.ofSeconds(2));
  }
}
