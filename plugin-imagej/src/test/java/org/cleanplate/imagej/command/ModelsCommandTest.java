package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  @TempDir private Path folder;

  private final MacroRunner macro = new MacroRunner();

  @BeforeEach
  void useAFolderOfItsOwn() {
    System.setProperty(ModelCatalog.FOLDER_PROPERTY, folder.resolve("models").toString());
  }

  @AfterEach
  void closeImages() {
    macro.close();
    System.clearProperty(ModelCatalog.FOLDER_PROPERTY);
  }

  @Test
  void listsBundledModelsAndDownloads() {
    assertTrue(macro.run(new ModelsCommand(), "list"), macro.log());
    assertTrue(macro.log().contains("cleanplate-slim (bundled"), macro.log());
    assertTrue(macro.log().contains("torchscript_resnet50_fp32"), macro.log());
  }

  @Test
  void refusesToImportWhatIsNoModel() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.pth"), "not weights");
    assertFalse(macro.run(new ModelsCommand(), "import=[" + file + "] name=mine"));
    assertTrue(macro.log().startsWith("Models...: "), macro.log());
    try (Stream<Path> left = Files.walk(folder)) {
      assertTrue(left.noneMatch(path -> path.toString().contains("mine")));
    }
  }

  @Test
  void refusesAnUnknownDownload() {
    assertFalse(macro.run(new ModelsCommand(), "download=resnet9000"));
    assertTrue(macro.log().contains("torchscript_mobilenetv2_fp32"), macro.log());
  }

  @Test
  void exportsToEveryFormatWhatCanBeOpenedAgain() {
    for (String name : List.of("out.safetensors", "out.pth", "out.onnx")) {
      Path file = folder.resolve(name);
      String size = name.endsWith(".onnx") ? " width=256 height=192 pixels=5000" : "";
      assertTrue(macro.run(new ModelsCommand(), "export=[" + file + "]" + size), macro.log());
      MattingModel model = ModelCatalog.standard().open(file.toString());
      assertEquals("out", model.name());
      assertEquals(name.endsWith(".onnx"), model instanceof MattingModel.PublishedOnnx);
    }
  }

  @Test
  void whatWasExportedIsTheSameNetwork() {
    Path file = folder.resolve("copy.pth");
    assertTrue(macro.run(new ModelsCommand(), "export=[" + file + "]"), macro.log());
    MattingModel.Network original = network("cleanplate-slim");
    MattingModel.Network copy = network(file.toString());
    assertEquals(original.architecture(), copy.architecture());
    original
        .weights()
        .asMap()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(tensor.values(), copy.weights().get(name).values(), name));
  }

  @Test
  void refusesExportsThatMakeNoSense() throws IOException {
    assertRefused("export=[" + folder.resolve("out.txt") + "]", ".safetensors");
    assertRefused("export=[" + folder.resolve("out.pth") + "] width=256", "\"width\"");
    assertRefused("export=[" + folder.resolve("out.onnx") + "] width=250", "250x1080");
    assertRefused("export=[" + folder.resolve("out.onnx") + "] scale=0.9", "0.9");
    assertRefused("export=[" + folder.resolve("out.pth") + "] model=nobody", "nobody");
    assertRefused("export=[" + folder.resolve("out.pth") + "] list", "both given");
    assertRefused("model=cleanplate-slim", "\"model\"");
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private void assertRefused(String options, String reason) {
    assertFalse(macro.run(new ModelsCommand(), options), options);
    assertTrue(macro.log().contains(reason), macro.log());
  }

  private static MattingModel.Network network(String name) {
    return (MattingModel.Network) ModelCatalog.standard().open(name);
  }
}
