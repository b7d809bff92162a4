package org.cleanplate.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cleanplate.frame.Frame;
import org.cleanplate.testing.VideoFrames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way through FFmpeg, its hardware decoding and back to the host's memory, with a library
 * in the place of NVIDIA's driver that does everything but compute the pictures. What a GPU would
 * compute is not tested here but in {@link NvdecTest}.
 */
class NvdecStandInTest {
  private static final int FRAMES = 40;

  @TempDir private Path folder;

  @BeforeEach
  void buildDriver() throws IOException, InterruptedException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux") && isInstalled("cc"),
        "not run: no C compiler for the driver's stand-in");
    Path code = folder.resolve("driver.c");
    try (InputStream in = NvdecStandInTest.class.getResourceAsStream("stand-in-driver.c")) {
      Files.copy(in, code);
    }
    String library = folder.resolve("libcuda.so.1").toString();
    assertEquals("", output(Map.of(), "cc", "-shared", "-fPIC", "-o", library, code.toString()));
    Files.copy(Path.of(library), folder.resolve("libnvcuvid.so.1"));
  }

  /** Each of these decodes a frame for each packet, so brightness counts frames. */
  @ParameterizedTest
  @ValueSource(strings = {"libopenh264", "libvpx-vp9", "libvpx"})
  void framesComeInOrderWithTheTimesOfTheProcessor(String encoder) throws Exception {
    Path video = video(encoder);
    List<Frame> expected = VideoFrames.read(video);
    List<String> said = decode(video, 0, Map.of());
    List<String[]> frames = lines(said, "frame");
    assertEquals(FRAMES, frames.size(), said.toString());
    for (int i = 0; i < FRAMES; i++) {
      assertEquals(i, Integer.parseInt(frames.get(i)[1]));
      assertEquals(expected.get(i).timeMicros(), Long.parseLong(frames.get(i)[2]));
      assertEquals(3 * i * 255 / 219.0, Integer.parseInt(frames.get(i)[3]), 1.01);
    }
    assertTrue(lines(said, "note").isEmpty(), said.toString());
  }

  /** A jump decodes from a key frame on, of which there is one in twelve. */
  @ParameterizedTest
  @ValueSource(strings = {"libopenh264", "libsvtav1"})
  void jumpsLeadToTheFramesThatTheyAreFor(String encoder) throws Exception {
    Path video = video(encoder);
    List<Frame> expected = VideoFrames.read(video);
    List<String[]> jumps = lines(decode(video, 0, Map.of()), "jump");
    assertEquals(6, jumps.size());
    for (int i = 0; i < jumps.size(); i++) {
      int frame = FRAMES - 1 - 7 * i;
      assertEquals(frame, Integer.parseInt(jumps.get(i)[1]));
      assertEquals(expected.get(frame).timeMicros(), Long.parseLong(jumps.get(i)[2]));
    }
  }

  @Test
  void everyContextOnTheDeviceIsFreed() throws Exception {
    List<String[]> left = lines(decode(video("libopenh264"), 0, Map.of()), "contexts");
    assertTrue(left.size() >= 4, left.size() + " contexts");
    assertEquals("0", left.get(left.size() - 1)[2]);
  }

  @Test
  void whatTheGpuDoesNotKnowIsLeftToTheProcessor() throws Exception {
    for (String encoder : List.of("libopenh264", "libsvtav1")) {
      Path video = video(encoder);
      List<String> said = decode(video, 0, Map.of("UNSUPPORTED", "1"));
      assertFramesOfTheProcessor(video, said);
      assertEquals(1, lines(said, "note").size(), said.toString());
      assertTrue(said.toString().contains("NVDEC of GPU 0 cannot be used: the GPU"), encoder);
      Files.delete(video);
    }
  }

  @Test
  void aDeviceThatIsNotThereIsNamedInTheDriversWords() throws Exception {
    Path video = video("libopenh264");
    List<String> said = decode(video, 7, Map.of());
    assertFramesOfTheProcessor(video, said);
    assertTrue(said.toString().contains("NVDEC of GPU 7 cannot be used"), said.toString());
    assertTrue(said.toString().contains("invalid device ordinal"), said.toString());
  }

  private static void assertFramesOfTheProcessor(Path video, List<String> said) throws IOException {
    List<Frame> expected = VideoFrames.read(video);
    List<String[]> frames = lines(said, "frame");
    assertEquals(FRAMES, frames.size(), said.toString());
    for (int i = 0; i < FRAMES; i++) {
      int green = expected.get(i).pixels().get(1) & 0xFF;
      assertEquals(green, Integer.parseInt(frames.get(i)[3]), "frame " + i);
    }
  }

  private Path video(String encoder) throws IOException {
    return new SampleVideo("matroska", encoder, 330, 182)
        .write(folder.resolve("v.mkv"), FRAMES, MovingNoise::paint);
  }

  private List<String> decode(Path video, int gpu, Map<String, String> environment)
      throws IOException, InterruptedException {
    String said =
        output(
            environment,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            StandInDecoding.class.getName(),
            video.toString(),
            Integer.toString(gpu));
    return said.lines().toList();
  }

  private String output(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    builder.environment().put("LD_LIBRARY_PATH", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(said, StandardCharsets.UTF_8);
    assertTrue(ended && process.exitValue() == 0, text);
    return text;
  }

  private static List<String[]> lines(List<String> said, String what) {
    return said.stream()
        .filter(line -> line.startsWith(what + " "))
        .map(line -> line.split(" "))
        .toList();
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }
}
