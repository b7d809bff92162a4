package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_time_base;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_parameters_set;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_init_str;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avfilter.AVBufferSrcParameters;
import org.bytedeco.ffmpeg.avfilter.AVFilter;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A chain of the library's picture filters for pictures of one kind. Used by one thread. */
final class FilterGraph implements AutoCloseable {
  private final String doing;
  private final AVRational timeBase;
  private final int width;
  private final int height;
  private final int pixelFormat;
  private AVFilterGraph graph = avfilter_graph_alloc();
  private AVFrame filtered = av_frame_alloc();
  private AVFilterContext source;
  private AVFilterContext sink;
  private boolean ended;

  private FilterGraph(AVFrame first, AVRational timeBase, String doing) {
    this.timeBase = timeBase;
    this.doing = doing;
    width = first.width();
    height = first.height();
    pixelFormat = first.format();
  }

  /**
   * Opens a chain.
   *
   * @param steps filters in the library's notation, {@code "bwdif=mode=send_frame"}
   * @param first a picture of the kind that it will be given
   * @param timeBase of the pictures' times; owned by the caller
   * @param name what messages call the pictures
   */
  static FilterGraph open(List<String> steps, AVFrame first, AVRational timeBase, String name)
      throws IOException {
    FilterGraph chain = new FilterGraph(first, timeBase, "Cannot filter the frames of " + name);
    try {
      chain.link(steps, first);
      return chain;
    } catch (IOException | RuntimeException e) {
      chain.close();
      throw e;
    }
  }

  /** Whether a picture is of the kind that the chain was opened for. */
  boolean takes(AVFrame picture) {
    return picture.width() == width
        && picture.height() == height
        && picture.format() == pixelFormat;
  }

  /** Hands a picture in, which stays the caller's. */
  void send(AVFrame picture) throws IOException {
    picture.pts(picture.best_effort_timestamp());
    FFmpeg.check(av_buffersrc_add_frame_flags(source, picture, AV_BUFFERSRC_FLAG_KEEP_REF), doing);
  }

  /** No picture follows: {@link #receive} gives out what is left. */
  void sendEnd() throws IOException {
    FFmpeg.check(av_buffersrc_add_frame_flags(source, null, 0), doing);
  }

  /** Whether the last picture was given out. */
  boolean ended() {
    return ended;
  }

  /**
   * A filtered picture, its time in the time base of those sent.
   *
   * @return valid until the next call; null if the chain wants another picture or has ended
   */
  AVFrame receive() throws IOException {
    av_frame_unref(filtered);
    int code = av_buffersink_get_frame(sink, filtered);
    if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
      ended = code == AVERROR_EOF;
      return null;
    }
    FFmpeg.check(code, doing);
    if (filtered.pts() != AV_NOPTS_VALUE) {
      filtered.pts(av_rescale_q(filtered.pts(), av_buffersink_get_time_base(sink), timeBase));
    }
    filtered.best_effort_timestamp(filtered.pts());
    return filtered;
  }

  private void link(List<String> steps, AVFrame first) throws IOException {
    source = allocate("buffer");
    describe(first);
    FFmpeg.check(avfilter_init_str(source, (String) null), doing);
    AVFilterContext last = source;
    for (String step : steps) {
      int equals = step.indexOf('=');
      last = append(last, equals < 0 ? step : step.substring(0, equals), step, equals);
    }
    sink = append(last, "buffersink", "", -1);
    FFmpeg.check(avfilter_graph_config(graph, null), doing);
  }

  private void describe(AVFrame first) throws IOException {
    AVBufferSrcParameters parameters = av_buffersrc_parameters_alloc();
    try {
      parameters
          .format(pixelFormat)
          .time_base(timeBase)
          .width(width)
          .height(height)
          .sample_aspect_ratio(first.sample_aspect_ratio())
          .color_space(first.colorspace())
          .color_range(first.color_range());
      FFmpeg.check(av_buffersrc_parameters_set(source, parameters), doing);
    } finally {
      av_free(parameters);
    }
  }

  private AVFilterContext append(AVFilterContext last, String filter, String step, int equals)
      throws IOException {
    AVFilterContext next = allocate(filter);
    FFmpeg.check(avfilter_init_str(next, equals < 0 ? null : step.substring(equals + 1)), doing);
    FFmpeg.check(avfilter_link(last, 0, next, 0), doing);
    return next;
  }

  private AVFilterContext allocate(String filter) throws IOException {
    AVFilter found = avfilter_get_by_name(filter);
    if (found == null || found.isNull()) {
      throw new IOException(doing + ": this FFmpeg has no filter " + filter);
    }
    return avfilter_graph_alloc_filter(graph, found, filter);
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    if (graph != null) {
      avfilter_graph_free(graph);
      graph = null;
      av_frame_free(filtered);
      filtered = null;
    }
  }
}
