package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OrtRuntimeTest {
  private static final int ARGUMENT_CHARACTERS = 100_000;

  /** Loaded on an ordinary thread the runtime ends such a process without a word. */
  @Test
  void isLoadedInAProcessOfALongCommandLine() throws Exception {
    String output = outputOf("-Dlong=" + "x".repeat(ARGUMENT_CHARACTERS), Version.class);
    assertTrue(output.strip().startsWith("1."), output);
  }

  /**
   * The runtime frees what it computes with when the JVM ends; three in five such exits crashed.
   */
  @RepeatedTest(3)
  void endsWithAJvmThatStillComputes() throws Exception {
    assertEquals("", outputOf("-Xmx512m", ExitWhileComputing.class));
  }

  private static String outputOf(String option, Class<?> main) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  /** Prints the runtime's version. */
  static final class Version {
    public static void main(String[] arguments) {
      System.out.println(OrtRuntime.environment().getVersion());
    }
  }

  /** Ends while a thread opens sessions and computes. */
  static final class ExitWhileComputing {
    private static final FrameFormat FORMAT = new FrameFormat(320, 240, PixelLayout.BGRA_8);
    private static final CountDownLatch COMPUTED = new CountDownLatch(3);

    public static void main(String[] arguments) throws InterruptedException {
      Thread thread = new Thread(ExitWhileComputing::compute);
      thread.setDaemon(true);
      thread.start();
      COMPUTED.await();
      System.exit(0);
    }

    private static void compute() {
      OrtEngine engine = OrtEngine.open(RandomModel.of(3), new Device.Cpu(), 2);
      Frame frame = Frame.allocate(FORMAT);
      for (int i = 0; ; i++) {
        MattingOptions options =
            MattingOptions.of(Layer.ALPHA_8).withBackboneScale(0.25 + 0.01 * (i % 40));
        MattingSession session = engine.open(FORMAT, options);
        session.compute(frame, frame, session.allocateMatte(), new Cancellation());
        COMPUTED.countDown();
      }
    }
  }
}
