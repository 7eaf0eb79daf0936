package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A base with one small file in it, as a Docker archive: enough for an image that is built but not run. */
final class TinyBase {

    private TinyBase() {}

    /** Writes one, and gives its reference. */
    static String in(Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("os-release"), "NAME=tiny\n");
        Path tar = folder.resolve("base.tar");
        Jib.fromScratch()
                .addLayer(List.of(file), AbsoluteUnixPath.get("/etc"))
                .setFormat(com.google.cloud.tools.jib.api.buildplan.ImageFormat.Docker)
                .containerize(Containerizer.to(TarImage.at(tar).named("tiny"))
                        .setBaseImageLayersCache(folder.resolve("tiny-base"))
                        .setApplicationLayersCache(folder.resolve("tiny-layers")));
        return "tar://" + tar;
    }
}
