package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
}
