package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame_rate;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_time_base;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse_ptr;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.IOException;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.cleanplate.MattingException;

/**
 * Pictures that the library's filters compute, {@code testsrc=size=640x480:rate=30}. Unlike the
 * device of that name it needs no device library. Used by one thread.
 */
final class LavfiPictures implements Pictures, AutoCloseable {
  private static final String SINK = "buffersink@out";

  static {
    FFmpeg.init();
  }

  private AVFilterGraph graph = avfilter_graph_alloc();
  private AVFrame picture = av_frame_alloc();
  private AVFilterContext sink;

  private LavfiPictures() {}

  /**
   * Opens a chain of filters that has no input and one output.
   *
   * @throws MattingException if the library does not understand it
   */
  static LavfiPictures open(String filters) {
    LavfiPictures pictures = new LavfiPictures();
    int code =
        avfilter_graph_parse_ptr(
            pictures.graph, filters + "," + SINK, (AVFilterInOut) null, (AVFilterInOut) null, null);
    if (code >= 0) {
      code = avfilter_graph_config(pictures.graph, null);
    }
    if (code < 0) {
      pictures.close();
      throw new MattingException(
          "\""
              + filters
              + "\" is no source of pictures ("
              + FFmpeg.reason(code)
              + "), expected one such as testsrc=size=640x480:rate=30");
    }
    pictures.sink = avfilter_graph_get_filter(pictures.graph, SINK);
    return pictures;
  }

  @Override
  public AVFrame next() throws IOException {
    av_frame_unref(picture);
    int code = av_buffersink_get_frame(sink, picture);
    if (code == AVERROR_EOF) {
      return null;
    }
    FFmpeg.check(code, "Cannot compute a picture");
    return picture;
  }

  @Override
  public OptionalLong timeMicros(AVFrame shown) {
    try (AVRational micros = new AVRational().num(1).den(AV_TIME_BASE)) {
      return OptionalLong.of(av_rescale_q(shown.pts(), av_buffersink_get_time_base(sink), micros));
    }
  }

  /** Frames a second, 0 if the filters do not say. */
  double framesPerSecond() {
    AVRational rate = av_buffersink_get_frame_rate(sink);
    return rate.num() > 0 && rate.den() > 0 ? av_q2d(rate) : 0;
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    if (graph != null) {
      avfilter_graph_free(graph);
      graph = null;
      av_frame_free(picture);
      picture = null;
    }
  }
}
