package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is derived from the published file must be what its authors would have exported. */
class PublishedExportTest {
  private static final BenchmarkOptions.Size SIZE = new BenchmarkOptions.Size(512, 288);

  private final Path golden = Path.of(System.getProperty("cleanplate.golden"));
  private final Path media = Path.of(System.getProperty("cleanplate.media"));

  @TempDir Path folder;

  @BeforeEach
  void needReferences() {
    assumeTrue(Files.isDirectory(golden), "not run: the reference tensors are not at " + golden);
    assumeTrue(Files.isDirectory(media), "not run: the real footage is not at " + media);
  }

  @Test
  void itsOwnBaseWrittenAnewGivesTheSameAlpha() throws IOException {
    PublishedExport rewritten =
        PublishedExport.read(golden).withBaseOf(BenchmarkModel.MOBILENETV2.load(golden));
    float[] expected = alphaOf(PublishedExport.file(golden));
    float[] found = alphaOf(written(rewritten));
    double most = 0;
    for (int i = 0; i < expected.length; i++) {
      most = Math.max(most, Math.abs(expected[i] - found[i]));
    }
    assertTrue(most < 3e-4, "largest difference " + most);
  }

  @Test
  void anotherScaleAndCountGiveWhatOurGraphGives() throws IOException {
    PublishedExport derived = PublishedExport.read(golden).with(0.125, 16_000);
    assertEquals(
        0,
        differingPercent(
            new FrameCase(BenchmarkModel.MOBILENETV2, SIZE, 0.125, 16_000), written(derived)),
        0.5);
  }

  @Test
  void anotherBackboneGivesWhatOurGraphGives() throws IOException {
    PublishedExport derived =
        PublishedExport.read(golden).withBaseOf(BenchmarkModel.RESNET50.load(golden));
    FrameCase frame =
        new FrameCase(BenchmarkModel.RESNET50, SIZE, PublishedExport.SCALE, PublishedExport.PIXELS);
    assertEquals(0, differingPercent(frame, written(derived)), 0.5);
  }

  private Path written(PublishedExport export) throws IOException {
    Path file = folder.resolve("export.onnx");
    export.write(file);
    return file;
  }

  private float[] alphaOf(Path file) throws IOException {
    try (Contestant published = PublishedFile.open(SIZE, file, PicturePair.ofPerson(media))) {
      return published.alpha();
    }
  }

  private double differingPercent(FrameCase frame, Path file) throws IOException {
    PicturePair pictures = PicturePair.ofPerson(media);
    try (Contestant ours = OurEngine.open(frame, golden, pictures);
        Contestant published = PublishedFile.open(SIZE, file, pictures)) {
      return new Duel(ours, published).differingPercent();
    }
  }
}
