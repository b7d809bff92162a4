package org.cleanplate.imagej.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The libraries that are installed, by the versions that their own jars tell. */
public final class Libraries {
  /** A class of each; none of them is started by the question. */
  private static final Map<String, String> CLASSES = new LinkedHashMap<>();

  static {
    CLASSES.put("ONNX Runtime", "ai.onnxruntime.OrtEnvironment");
    CLASSES.put("FFmpeg", "org.bytedeco.ffmpeg.global.avutil");
    CLASSES.put("OpenCV", "org.bytedeco.opencv.global.opencv_core");
    CLASSES.put("libtorch (training add-on)", "org.bytedeco.pytorch.global.torch");
  }

  private Libraries() {}

  /** Name and version of each, in words. */
  public static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    CLASSES.forEach(
        (library, className) -> versions.put(library, version(className).orElse("not installed")));
    return versions;
  }

  private static Optional<String> version(String className) {
    try {
      ClassLoader loader = Libraries.class.getClassLoader();
      Package described = Class.forName(className, false, loader).getPackage();
      return Optional.of(
          Optional.ofNullable(described.getImplementationVersion()).orElse("version unknown"));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
