package org.cleanplate.network.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.cleanplate.Sha256;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.catalog.MattingModel.Network;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.SafetensorsWriter;
import org.cleanplate.network.weights.Weights;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledModelTest {
  private static final Path WEIGHTS =
      Path.of(System.getProperty("cleanplate.root"), "models", "weights");

  @TempDir private Path folder;

  @Test
  void theDefaultModelOpensByName() {
    ModelCatalog catalog = new ModelCatalog(folder);
    assertEquals("cleanplate-slim", catalog.defaultModel());
    Network model = assertInstanceOf(Network.class, catalog.open("cleanplate-slim"));
    assertEquals(
        new Architecture(
            Backbone.MOBILENETV2, 0.5, 96, List.of(64, 32, 24), 11, List.of(16, 16, 12), 3),
        model.architecture());
  }

  @Test
  void theModelCardTellsTheDigestAndSize() throws IOException {
    ModelCatalog catalog = new ModelCatalog(folder);
    for (ModelEntry entry : catalog.list()) {
      String card = Files.readString(WEIGHTS.resolve(entry.name() + ".md"));
      assertTrue(card.contains(catalog.open(entry.name()).sha256()), card);
      assertTrue(card.contains("%,d bytes".formatted(entry.sizeBytes())), card);
      assertEquals(Files.size(WEIGHTS.resolve(entry.fileName())), entry.sizeBytes());
    }
  }

  @Test
  void isStoredInHalfPrecision() {
    Network bundled = (Network) new ModelCatalog(folder).open("cleanplate-slim");
    assertTrue(SafetensorsWriter.fitsHalf(bundled.weights()));
  }

  @Test
  void theCardsCommandChangesACheckpointByRoundingAlone() throws IOException {
    Path checkpoint = bootstrap();
    Path out = folder.resolve("rounded.safetensors");
    ConvertModel.main(new String[] {checkpoint.toString(), out.toString(), "license=MIT"});
    Weights rounded = CheckpointReader.read(out).weights();
    CheckpointReader.read(checkpoint)
        .weights()
        .asMap()
        .forEach(
            (name, tensor) -> {
              for (int i = 0; i < tensor.values().length; i++) {
                float exact = tensor.values()[i];
                double halfOfLastPlace = Math.max(Math.abs(exact) * 0x1p-11, 0x1p-25);
                assertEquals(exact, rounded.get(name).values()[i], halfOfLastPlace, name);
              }
            });
  }

  @Test
  void theDigestIsTheOneOfTheStandard() {
    // FIPS 180-2, appendix B.1
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Sha256.of(HexFormat.of().parseHex("616263")));
  }

  private static Path bootstrap() {
    Path file =
        Path.of(System.getProperty("cleanplate.golden"))
            .resolveSibling("bootstrap")
            .resolve("slim-bootstrap.pth");
    Assumptions.assumeTrue(Files.exists(file), "the checkpoint is not at hand: " + file);
    return file;
  }
}
