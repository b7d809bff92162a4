package org.cleanplate.samples.benchmark;

import java.util.List;
import java.util.Locale;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.graph.PixelLayout;

/**
 * What was measured in one case on one device.
 *
 * @param alone calls one after the other
 * @param throughput whole frames, several at a time
 * @param percentOff pixels whose alpha differs from the CPU's in 32 bits by more than a grey level
 * @param peak what the device can do
 * @param architecture of the model
 */
record GpuResult(
    FrameCase frame,
    GpuFrame alone,
    GpuThroughput throughput,
    double percentOff,
    DevicePeak peak,
    Architecture architecture) {
  static final List<String> HEAD =
      List.of(
          "model",
          "frame",
          "scale, pixels",
          "device",
          "in the graph, frames/s",
          "host to host, frames/s",
          "workers",
          "first call ms",
          "call ms",
          "moving bytes ms",
          "GMAC",
          "arithmetic floor ms",
          "pixels' floor ms",
          "graph / floor",
          "alpha off");

  /** Frame and plate are read and a picture is written, once each. */
  private static final int PICTURES = 3;

  List<String> toRow() {
    double multiplyAdds = FrameCost.of(architecture, frame).least();
    double bytes =
        (double) PICTURES
            * PixelLayout.BGRA_8.byteCount(frame.size().width(), frame.size().height());
    double arithmetic = peak.arithmeticMillis(multiplyAdds);
    double pixels = peak.memoryMillis(bytes);
    double graph = alone.graphMillis();
    return List.of(
        frame.model().title(),
        frame.size().toString(),
        frame.settings(),
        throughput.device(),
        number("%.0f", 1e3 / graph),
        number("%.0f", throughput.framesPerSecond()),
        Integer.toString(throughput.workers()),
        number("%.0f", alone.firstMillis()),
        number("%.2f", alone.callMillis()),
        number("%.2f", alone.movingMillis()),
        number("%.2f", multiplyAdds / 1e9),
        number("%.3f", arithmetic),
        number("%.3f", pixels),
        number("%.1f", graph / Math.max(arithmetic, pixels)),
        number("%.2f %%", percentOff));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
