package io.github.mlmaven.model;

import java.io.IOException;
import java.util.List;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.RealIDInfoProto;

/** The features that a model of Tribuo's knows. */
final class FeatureDomain {

    private static final String REAL = "org.tribuo.RealIDInfo";
    private static final String CATEGORICAL = "org.tribuo.CategoricalIDInfo";

    private FeatureDomain() {}

    /**
     * The numbers of the encoder's features; it may make some that the model does not know, and so ignores.
     *
     * @throws IllegalArgumentException if the model knows one that the encoder does not make
     */
    static NamedIds ids(ProtoMessage metadata, List<String> features) throws IOException {
        ProtoMessage map = metadata.part(ModelDataProto.FEATURE_DOMAIN_FIELD_NUMBER)
                .content("list of features", "org.tribuo.ImmutableFeatureMap", "tribuo.core.ImmutableFeatureMapProto");
        NamedIds ids = new NamedIds(features, map.count(ImmutableFeatureMapProto.INFO_FIELD_NUMBER));
        map.parts(ImmutableFeatureMapProto.INFO_FIELD_NUMBER, info -> {
            ProtoMessage feature = feature(info);
            ids.put(feature.text(RealIDInfoProto.NAME_FIELD_NUMBER), feature.whole(RealIDInfoProto.ID_FIELD_NUMBER));
        });
        if (ids.known() != ids.count()) {
            throw new IllegalArgumentException(
                    "a model of " + ids.count() + " features, of which the encoder makes " + ids.known());
        }
        return ids;
    }

    // Name and number have the same fields in both.
    private static ProtoMessage feature(ProtoMessage info) throws IOException {
        return info.className().equals(CATEGORICAL)
                ? info.content("feature", CATEGORICAL, "tribuo.core.CategoricalIDInfoProto")
                : info.content("feature", REAL, "tribuo.core.RealIDInfoProto");
    }
}
