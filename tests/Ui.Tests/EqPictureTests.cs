using SemanticEq.Ui.Pictures;

namespace SemanticEq.Ui.Tests;

public class EqPictureTests
{
    [Fact]
    public void A_picture_for_eyes()
    {
        EqPicture.Save(Out.Picture("warm.png"), SamplePicture.Warm());
    }
}
