namespace Reprieve.Documents.Tests.Generated;

/// <summary>Chinese and Japanese wordings of the invented papers.</summary>
internal static class TonguesOfAsia
{
    public static readonly Tongue Chinese = new("zh")
    {
        Titles = new()
        {
            [DocumentKind.Invoice] = ["商业发票", "增值税普通发票", "销售发票"],
            [DocumentKind.Proforma] = ["形式发票"],
            [DocumentKind.Quote] = ["报价单"],
            [DocumentKind.OrderConfirmation] = ["销售订单", "采购订单"],
            [DocumentKind.Receipt] = ["收款收据"],
        },
        Number = ["发票号码", "发票编号", "单据编号"],
        Date = ["开票日期", "日期"],
        Due = "付款期限",
        Seller = ["销售方", "卖方", "供应商"],
        Buyer = ["购买方", "买方", "客户"],
        ShipTo = "收货地址",
        Description = ["品名", "货物名称", "商品名称"],
        Item = ["规格型号", "货号", "型号"],
        Quantity = ["数量"],
        Price = ["单价"],
        Amount = ["金额"],
        Net = "小计",
        Tax = "税额",
        Total = "价税合计",
        Phone = "电话",
        Email = "邮箱",
        Website = "网址",
        Address = "地址",
        Pieces = "个",
        DateForms = ["yyyy年MM月dd日", "yyyy-MM-dd", "yyyy/M/d"],
        Culture = "zh-CN",
        Money = sum => FormattableString.Invariant($"¥{sum:F2}"),
    };

    public static readonly Tongue Japanese = new("ja")
    {
        Titles = new()
        {
            [DocumentKind.Invoice] = ["請求書", "御請求書", "納品請求書"],
            [DocumentKind.Proforma] = ["プロフォーマインボイス"],
            [DocumentKind.Quote] = ["御見積書", "見積書"],
            [DocumentKind.OrderConfirmation] = ["注文請書", "注文確認書"],
            [DocumentKind.Receipt] = ["領収書"],
        },
        Number = ["請求書番号", "請求番号", "伝票番号"],
        Date = ["請求日", "発行日", "請求書発行日"],
        Due = "お支払期限",
        Seller = ["販売者", "発行元", "請求元"],
        Buyer = ["請求先", "お客様名", "購入者"],
        ShipTo = "納品先",
        Description = ["品名", "商品名", "品目"],
        Item = ["品番", "型番", "商品コード"],
        Quantity = ["数量"],
        Price = ["単価"],
        Amount = ["金額"],
        Net = "小計",
        Tax = "消費税",
        Total = "合計金額",
        Phone = "電話番号",
        Email = "メール",
        Website = "ホームページ",
        Address = "住所",
        Pieces = "個",
        DateForms = ["yyyy年M月d日", "yyyy/MM/dd", "reiwa"],
        Culture = "ja-JP",
        Money = sum => FormattableString.Invariant($"¥{sum:N0}"),
    };
}
