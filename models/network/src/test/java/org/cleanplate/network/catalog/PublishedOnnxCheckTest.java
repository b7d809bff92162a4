package org.cleanplate.network.catalog;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedOnnxCheckTest {
  private static final List<String> INPUTS = List.of("src", "bgr");
  private static final List<String> OUTPUTS = List.of("pha", "fgr", "err_sm");

  @TempDir private Path folder;

  @Test
  void passesTheExportOfTheAuthors() {
    Path file =
        Path.of(
            System.getProperty("cleanplate.golden"),
            "onnx",
            "mbv2_refine_s025_p80k_roi_scelem.onnx");
    Assumptions.assumeTrue(Files.exists(file), "no published ONNX: " + file);
    assertDoesNotThrow(() -> PublishedOnnxCheck.check(file));
  }

  @Test
  void passesWeightsThatAreListedAsInputsToo() throws IOException {
    Path file =
        OnnxFiles.write(
            folder.resolve("old.onnx"),
            OnnxFiles.graph(INPUTS, OUTPUTS)
                .addInput(ValueInfoProto.newBuilder().setName("weight"))
                .addInitializer(TensorProto.newBuilder().setName("weight")));
    assertDoesNotThrow(() -> PublishedOnnxCheck.check(file));
  }

  @Test
  void namesTheInputsOfAnotherModel() throws IOException {
    String message = refusal(OnnxFiles.graph(List.of("image", "trimap"), List.of("alpha")));
    assertTrue(message.contains("inputs [image, trimap] and outputs [alpha]"), message);
    assertTrue(message.contains("expected the inputs [bgr, src]"), message);
  }

  @Test
  void refusesAThirdInputAndMissingOutputs() throws IOException {
    refusal(OnnxFiles.graph(List.of("src", "bgr", "r1i"), OUTPUTS));
    refusal(OnnxFiles.graph(List.of("src"), OUTPUTS));
    refusal(OnnxFiles.graph(INPUTS, List.of("pha")));
  }

  @Test
  void refusesWeightsInOtherFiles() throws IOException {
    TensorProto elsewhere = OnnxFiles.external("../../secret");
    String message = refusal(OnnxFiles.graph(INPUTS, OUTPUTS).addInitializer(elsewhere));
    assertTrue(message.contains("in another file"), message);
    refusal(
        OnnxFiles.graph(INPUTS, OUTPUTS)
            .addNode(
                NodeProto.newBuilder()
                    .setOpType("Constant")
                    .addAttribute(AttributeProto.newBuilder().setName("value").setT(elsewhere))));
    refusal(
        OnnxFiles.graph(INPUTS, OUTPUTS)
            .addNode(
                NodeProto.newBuilder()
                    .setOpType("If")
                    .addAttribute(
                        AttributeProto.newBuilder()
                            .setName("then_branch")
                            .setG(
                                OnnxFiles.graph(List.of(), List.of()).addInitializer(elsewhere)))));
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    Path file = OnnxFiles.write(folder.resolve("whole.onnx"), INPUTS, OUTPUTS);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 1; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      String message =
          assertThrows(MattingException.class, () -> PublishedOnnxCheck.check(file)).getMessage();
      assertTrue(message.contains("whole.onnx"), message);
    }
  }

  private String refusal(GraphProto.Builder graph) throws IOException {
    Path file = OnnxFiles.write(folder.resolve("test.onnx"), graph);
    return assertThrows(MattingException.class, () -> PublishedOnnxCheck.check(file)).getMessage();
  }
}
