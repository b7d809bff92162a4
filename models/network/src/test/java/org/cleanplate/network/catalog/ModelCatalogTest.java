package org.cleanplate.network.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.Sha256;
import org.cleanplate.network.catalog.MattingModel.Network;
import org.cleanplate.network.catalog.MattingModel.PublishedOnnx;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.TinyNetwork;
import org.cleanplate.network.weights.TorchZip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {
  @TempDir private Path folder;
  private Path userFolder;
  private ModelCatalog catalog;

  @BeforeEach
  void openCatalog() {
    userFolder = folder.resolve("user").resolve("models");
    catalog = new ModelCatalog(userFolder);
  }

  @Test
  void listsBundledModelsWithoutAUserFolder() {
    assertEquals(List.of("cleanplate-slim"), names());
    assertEquals(ModelEntry.Origin.BUNDLED, catalog.list().get(0).origin());
    assertTrue(Files.notExists(userFolder));
  }

  @Test
  void importsACheckpointAsASafetensorsFileOfOurs() throws IOException {
    ModelEntry entry = catalog.importModel(checkpoint(), "my model");
    assertEquals("my model", entry.name());
    assertEquals("my model.safetensors", entry.fileName());
    assertEquals(List.of("cleanplate-slim", "my model"), names());
    Network model = assertInstanceOf(Network.class, catalog.open("my model"));
    assertEquals(TinyNetwork.ARCHITECTURE, model.architecture());
    assertEquals(Sha256.of(userFolder.resolve("my model.safetensors")), model.sha256());
    TinyNetwork.checkpoint()
        .weights()
        .asMap()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(tensor.values(), model.weights().get(name).values(), name));
    assertEquals(
        "tiny.pth",
        CheckpointReader.read(userFolder.resolve("my model.safetensors"))
            .metadata()
            .get("importedFrom"));
  }

  @Test
  void importsAPublishedOnnxAsItIs() throws IOException {
    Path file = onnx("published.onnx");
    catalog.importModel(file, "published");
    PublishedOnnx model = assertInstanceOf(PublishedOnnx.class, catalog.open("published"));
    assertEquals(userFolder.resolve("published.onnx"), model.file());
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(model.file()));
    assertEquals(Sha256.of(file), model.sha256());
  }

  @Test
  void opensAFileOfAnyFolderByItsPath() throws IOException {
    assertInstanceOf(Network.class, catalog.open(checkpoint().toString()));
    assertInstanceOf(PublishedOnnx.class, catalog.open(onnx("x.onnx").toString()));
  }

  @Test
  void findsFilesThatArePutIntoTheUserFolderByHand() throws IOException {
    Files.createDirectories(userFolder);
    Files.copy(checkpoint(), userFolder.resolve("b.pth"));
    Files.copy(onnx("x.onnx"), userFolder.resolve("b.onnx"));
    Files.copy(onnx("y.onnx"), userFolder.resolve("cleanplate-slim.onnx"));
    Files.writeString(userFolder.resolve("readme.txt"), "no model");
    Files.writeString(userFolder.resolve("c.pth.part"), "half a model");
    assertEquals(List.of("cleanplate-slim", "b", "b.pth", "cleanplate-slim.onnx"), names());
    assertInstanceOf(PublishedOnnx.class, catalog.open("b"));
    assertInstanceOf(Network.class, catalog.open("b.pth"));
    assertInstanceOf(Network.class, catalog.open("cleanplate-slim"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cleanplate-slin", "slim", "CLEANPLATE-SLIM", "no\0path"})
  void anUnknownNameBringsTheNearestAndAll(String typed) throws IOException {
    catalog.importModel(onnx("x.onnx"), "wholly-different");
    String message = assertThrows(MattingException.class, () -> catalog.open(typed)).getMessage();
    assertTrue(message.contains("Did you mean cleanplate-slim?"), message);
    assertTrue(message.contains("cleanplate-slim, wholly-different"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../escape", "a/b", "a\\b", ".hidden", "C:x", "dot.", "CON\n"})
  void refusesNamesThatAreNoFileNames(String name) {
    assertThrows(MattingException.class, () -> catalog.importModel(checkpoint(), name));
    assertTrue(Files.notExists(userFolder));
  }

  @Test
  void refusesANameThatIsTaken() throws IOException {
    catalog.importModel(checkpoint(), "mine");
    for (String name : List.of("mine", "MINE", "cleanplate-slim")) {
      String message =
          assertThrows(MattingException.class, () -> catalog.importModel(checkpoint(), name))
              .getMessage();
      assertTrue(message.contains("already"), message);
    }
  }

  @Test
  void leavesNothingBehindWhenAnImportFails() throws IOException {
    Path broken = folder.resolve("broken.pth");
    Files.write(broken, new byte[] {'P', 'K', 3, 4, 0, 0});
    Path other = OnnxFiles.write(folder.resolve("o.onnx"), List.of("x"), List.of("y"));
    for (Path file : List.of(broken, other, folder.resolve("missing.pth"))) {
      assertThrows(MattingException.class, () -> catalog.importModel(file, "mine"));
    }
    assertEquals(List.of("cleanplate-slim"), names());
    if (Files.exists(userFolder)) {
      try (Stream<Path> left = Files.list(userFolder)) {
        assertEquals(0, left.count());
      }
    }
  }

  @Test
  void saysWhenTheFolderCannotBeWrittenTo() throws IOException {
    Files.writeString(folder.resolve("user"), "a file where a folder should be");
    String message =
        assertThrows(MattingException.class, () -> catalog.importModel(checkpoint(), "mine"))
            .getMessage();
    assertTrue(message.contains("mine.safetensors"), message);
  }

  private List<String> names() {
    return catalog.list().stream().map(ModelEntry::name).toList();
  }

  private Path checkpoint() throws IOException {
    Path file = folder.resolve("tiny.pth");
    TorchZip.write(file, TinyNetwork.checkpoint().weights().asMap());
    return file;
  }

  private Path onnx(String name) throws IOException {
    return OnnxFiles.write(folder.resolve(name), List.of("src", "bgr"), List.of("pha", "fgr"));
  }
}
