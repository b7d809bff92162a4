package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.frame.Frame;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.PublishedStyle;
import org.cleanplate.network.graph.PublishedStyleGraph;
import org.cleanplate.network.graph.Refinement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exported network, run by ONNX Runtime as any program would, gives what PyTorch gave. */
class GoldenExportTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mobilenetv2/p256x256__sampling5000_s0.25_k3.npz",
        "mobilenetv2/p256x256__sampling5000_s0.25_k1.npz",
        "mobilenetv2/p256x256__sampling65536_s0.25_k3_noprevent.npz",
        "mobilenetv2/p256x256__thresholding_t0.1_s0.25_k3.npz",
        "mobilenetv2/p256x256__full_s0.25_k3.npz",
        "mobilenetv2/p1004x756__sampling80000_s0.125_k3.npz",
        "resnet50/p256x256__sampling5000_s0.25_k3.npz"
      })
  void agreesWithTheReference(String name) throws IOException, OrtException {
    GoldenFolder golden = GoldenFolder.fromSystemProperties();
    GoldenCase reference = GoldenCase.parse(golden.find("outputs/" + name)).orElseThrow();
    GoldenInput input = GoldenInput.read(golden, reference.input());
    Map<String, Planes> found = run(export(golden, reference, input), input);
    assertEquals(
        List.of("pha", "fgr", "pha_sm", "fgr_sm", "err_sm", "ref_sm"), List.copyOf(found.keySet()));
    try (GoldenReference expected = GoldenReference.open(reference)) {
      Planes alpha = expected.picture("pha");
      for (String coarse : List.of("pha_sm", "fgr_sm", "err_sm")) {
        Planes picture = expected.picture(coarse);
        Deviation.between(coarse, found.get(coarse), picture, Deviation.Mask.ALL)
            .assertMaxAtMost(Tolerance.coarseMax(alpha, picture));
      }
      BlockSelection blocks = new BlockSelection(found.get("ref_sm"), expected.picture("ref_sm"));
      blocks.assertDiffersOnlyOnTheVerge(reference.refinement(), expected.picture("err_sm"));
      for (String refined : List.of("pha", "fgr")) {
        Deviation deviation =
            Deviation.between(
                refined, found.get(refined), expected.picture(refined), blocks::agreesAt);
        deviation.assertMaxAtMost(Tolerance.REFINED_MAX);
        deviation.assertMeanAtMost(Tolerance.REFINED_MEAN);
      }
    }
  }

  @Test
  void theEngineRunsItLikeAnyPublishedFile() throws IOException {
    GoldenFolder golden = GoldenFolder.fromSystemProperties();
    GoldenInput input = GoldenInput.read(golden, "p256x256");
    MattingModel.Network model = new GoldenWeights(golden).model("mobilenetv2", 3);
    Refinement refinement = new Refinement.Sampling(5000);
    PublishedStyle style = new PublishedStyle(256, 256, 0.25, refinement);
    Path file = folder.resolve("exported.onnx");
    Files.write(file, PublishedStyleGraph.build(model.architecture(), model.weights(), style));
    Planes direct = alpha(model, input, refinement);
    Planes exported =
        alpha(new MattingModel.PublishedOnnx("exported", "", file), input, refinement);
    Deviation.between("alpha", exported, direct, Deviation.Mask.ALL)
        .assertMaxAtMost(Tolerance.REFINED_MAX);
  }

  @Test
  void refusesWhatTheRefinerCannotWorkOn() {
    Refinement refinement = new Refinement.Sampling(5000);
    assertRefused("251x187", () -> new PublishedStyle(251, 187, 0.25, refinement));
    assertRefused("0.75", () -> new PublishedStyle(256, 256, 0.75, refinement));
    assertRefused("none", () -> new PublishedStyle(256, 256, 0.25, new Refinement.None()));
    assertRefused("15", () -> new PublishedStyle(256, 256, 0.25, new Refinement.Sampling(15)));
  }

  private static void assertRefused(String found, Executable creation) {
    String message = assertThrows(MattingException.class, creation).getMessage();
    assertTrue(message.contains(found), message);
  }

  private static Planes alpha(MattingModel model, GoldenInput input, Refinement refinement) {
    try (MattingEngine engine = OrtEngine.open(model, new Device.Cpu())) {
      return GoldenRun.compute(
              engine,
              input,
              PixelLayout.RGB_FLOAT,
              GoldenRun.options(0.25, refinement, Set.of(Layer.ALPHA_FLOAT)))
          .layer(Layer.ALPHA_FLOAT);
    }
  }

  private static byte[] export(GoldenFolder golden, GoldenCase reference, GoldenInput input)
      throws IOException {
    MattingModel.Network model =
        new GoldenWeights(golden).model(reference.weights(), reference.refinerKernel());
    return PublishedStyleGraph.build(
        model.architecture(),
        model.weights(),
        new PublishedStyle(
            input.width(), input.height(), reference.backboneScale(), reference.refinement()));
  }

  private static Map<String, Planes> run(byte[] model, GoldenInput input) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(model, options);
        OnnxTensor source = tensor(environment, input.sourceAs(PixelLayout.RGB_FLOAT));
        OnnxTensor plate = tensor(environment, input.plateAs(PixelLayout.RGB_FLOAT));
        OrtSession.Result result = session.run(Map.of("src", source, "bgr", plate))) {
      Map<String, Planes> outputs = new LinkedHashMap<>();
      for (String name : session.getOutputNames()) {
        outputs.put(name, planes(result, name));
      }
      return outputs;
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, Frame frame) throws OrtException {
    FloatBuffer values = frame.pixels().asFloatBuffer();
    long[] shape = {1, 3, frame.format().height(), frame.format().width()};
    return OnnxTensor.createTensor(environment, values, shape);
  }

  private static Planes planes(OrtSession.Result result, String name) {
    OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
    long[] shape = tensor.getInfo().getShape();
    FloatBuffer values = tensor.getFloatBuffer();
    float[] array = new float[values.remaining()];
    values.get(array);
    return new Planes((int) shape[1], (int) shape[2], (int) shape[3], array);
  }
}
