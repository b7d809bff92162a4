package org.cleanplate.samples.benchmark;

import org.cleanplate.detail.DetailEngine;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.align.AlignedPlate;
import org.cleanplate.plate.align.Motion;
import org.cleanplate.plate.match.MatchMode;
import org.cleanplate.plate.match.MatchedPlate;
import org.cleanplate.plate.match.ShadedPlate;

/** How the bundled model is run over a video. */
enum VideoSetting {
  /** As the published file: same scale, as many refined pixels, the plate as it is. */
  AS_PUBLISHED("ours as the published file: 1/4") {
    @Override
    MattingOptions options(MattingOptions defaults) {
      return defaults.withBackboneScale(0.25);
    }
  },
  /** The network at the scale that is chosen for HD. */
  OWN_SCALE("ours at our own scale: 1/2"),
  /** With all that Matte Video... does unless it is told otherwise. */
  COMMAND("ours, all that Matte Video... does") {
    @Override
    PlateModel plate(PlateModel captured) {
      PlateModel aligned = new AlignedPlate(captured, Motion.HOMOGRAPHY);
      return new ShadedPlate(new MatchedPlate(aligned, MatchMode.GAIN));
    }

    @Override
    MattingEngine engine(MattingEngine network) {
      return new DetailEngine(network);
    }
  };

  private final String title;

  VideoSetting(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  MattingOptions options(MattingOptions defaults) {
    return defaults;
  }

  PlateModel plate(PlateModel captured) {
    return captured;
  }

  /**
   * The engine to matte with.
   *
   * @param network closed with it
   */
  MattingEngine engine(MattingEngine network) {
    return network;
  }
}
